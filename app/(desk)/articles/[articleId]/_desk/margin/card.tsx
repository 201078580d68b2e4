'use client';

import { memo, useEffect, useRef } from 'react';
import { tagShades } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import { focusArticle } from '../model/marking';
import { openMark } from '../model/opening';
import { sayTag } from '../model/say-mark';
import { useDesk, useDeskState, useMark } from '../model/use-desk';
import { CardDetails } from './card-details';
import { CardLine } from './card-line';
import { CardSummary } from './card-summary';
import type { CardForm } from './plan-cards';

/** A mark beside its text. It renders again when its own mark changes, and for no other. */
export const Card = memo(function Card({ id, form = 'whole' }: CardProps) {
  const mark = useMark(id);
  return mark ? <CardOf mark={mark} form={form} /> : null;
});

interface CardProps {
  readonly id: string;
  readonly form?: CardForm;
}

/** Controls inside a card answer for themselves. */
const CONTROLS = 'a,button,input,textarea,select,[role="combobox"],[role="option"],form';

function CardOf({ mark, form }: { readonly mark: AnnotationView; readonly form: CardForm }) {
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
      data-form={open ? 'whole' : form}
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
      {form === 'line' && !open ? <CardLine mark={mark} /> : <CardSummary mark={mark} open={open} />}
      {open ? <CardDetails mark={mark} /> : null}
    </article>
  );
}

function hoverOff({ state }: ReturnType<typeof useDesk>, id: string): void {
  if (state.get().hover === id) state.set({ hover: null });
}
