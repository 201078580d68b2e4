'use client';

import { memo, useEffect, useRef } from 'react';
import { tagShades } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import { focusArticle } from '../model/marking';
import { openMark } from '../model/opening';
import { sayTag } from '../model/say-mark';
import { useDesk, useDeskState, useMark } from '../model/use-desk';
import { CardDetails } from './card-details';
import { CardSummary } from './card-summary';

/** A mark beside its text. It renders again when its own mark changes, and for no other. */
export const Card = memo(function Card({ id }: { readonly id: string }) {
  const mark = useMark(id);
  return mark ? <CardOf mark={mark} /> : null;
});

/** Controls inside a card answer for themselves. */
const CONTROLS = 'a,button,input,textarea,select,[role="combobox"],[role="option"],form';

function CardOf({ mark }: { readonly mark: AnnotationView }) {
  const desk = useDesk();
  const { id } = mark;
  const open = useDeskState((state) => state.active === id);
  const lit = useDeskState((state) => state.hover === id);
  const ref = useRef<HTMLElement>(null);
  const hover = (on: boolean): void => {
    if (on) desk.state.set({ hover: id });
    else if (desk.state.get().hover === id) desk.state.set({ hover: null });
  };
  useEffect(() => () => hoverOff(desk, id), [desk, id]);
  return (
    <article
      ref={ref}
      id={`mark-${id}`}
      aria-label={sayTag(mark)}
      aria-current={open ? 'true' : undefined}
      tabIndex={open ? 0 : -1}
      style={tagShades(desk.tagOf(mark)?.colour ?? 'slate')}
      className="card"
      data-open={open || undefined}
      data-lit={lit || undefined}
      data-status={mark.status}
      onPointerEnter={() => hover(true)}
      onPointerLeave={() => hover(false)}
      onFocus={() => hover(true)}
      onBlur={() => hover(false)}
      onClick={(event) => {
        if ((event.target as Element).closest(CONTROLS)) return;
        if (!open) openMark(desk, id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.target !== ref.current) return;
        event.stopPropagation();
        focusArticle(desk);
      }}
    >
      <CardSummary mark={mark} open={open} />
      {open ? <CardDetails mark={mark} /> : null}
    </article>
  );
}

function hoverOff({ state }: ReturnType<typeof useDesk>, id: string): void {
  if (state.get().hover === id) state.set({ hover: null });
}
