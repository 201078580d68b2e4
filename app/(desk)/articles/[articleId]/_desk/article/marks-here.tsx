'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { TagChip } from '@/app/_ui/tag-chip';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { MarksHere } from '../model/desk-state';
import { focusArticle } from '../model/marking';
import { openMark } from '../model/opening';
import { shorten } from '../model/say-mark';
import { useDesk, useDeskState } from '../model/use-desk';

/** Several marks under one click: the list of them, the shortest first. */
export function MarksHereList() {
  const here = useDeskState((state) => state.here);
  return here ? <List key={here.ids.join()} here={here} /> : null;
}

/** CSS pixels of the window below it that the foot bar takes. */
const CLEAR_BELOW = 64;

/** Of a great crowd so many are listed here. */
const LISTED = 50;

function List({ here }: { readonly here: MarksHere }) {
  const desk = useDesk();
  const active = useDeskState((state) => state.active);
  const ref = useRef<HTMLDivElement>(null);
  const close = (): void => {
    desk.state.set({ here: null });
    focusArticle(desk);
  };
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const over = list.getBoundingClientRect().bottom - (window.innerHeight - CLEAR_BELOW);
    if (over > 0) list.style.translate = `${here.left}px ${here.top - over}px`;
    if (here.takesFocus) list.querySelector('button')?.focus({ preventScroll: true });
  }, [here]);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!ref.current?.contains(event.target as Node)) desk.state.set({ here: null });
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [desk]);
  const all = here.ids.flatMap((id) => desk.mark(id) ?? []);
  const marks = all.slice(0, LISTED);
  return (
    <div
      ref={ref}
      role="group"
      aria-label={`${all.length} marks here`}
      className="absolute top-0 left-0 z-10 w-80 max-w-full rounded-lg border border-line bg-raised p-1 shadow-high"
      style={{ translate: `${here.left}px ${here.top}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p className="kicker px-2 pt-1.5 pb-1">{all.length} marks here</p>
      <ul className="max-h-[60dvh] overflow-y-auto">
        {marks.map((mark) => (
          <li key={mark.id}>
            <Choice
              mark={mark}
              active={mark.id === active}
              onPick={() => openMark(desk, mark.id, { scroll: false })}
            />
          </li>
        ))}
      </ul>
      {all.length > LISTED ? (
        <button
          type="button"
          className="link px-2 py-1.5 text-[0.8125rem]"
          onClick={() => desk.state.set({ here: null, overlay: 'marks' })}
        >
          {all.length - LISTED} more are in the list of all marks
        </button>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly mark: AnnotationView;
  readonly active: boolean;
  readonly onPick: () => void;
}

function Choice({ mark, active, onPick }: ChoiceProps) {
  const desk = useDesk();
  return (
    <button
      type="button"
      aria-pressed={active}
      className="flex w-full flex-col items-start gap-0.5 rounded-md px-2 py-1.5 text-left hover:bg-hover aria-pressed:bg-press"
      onClick={onPick}
      onPointerEnter={() => desk.state.set({ hover: mark.id })}
      onFocus={() => desk.state.set({ hover: mark.id })}
      onPointerLeave={() => desk.state.set({ hover: null })}
    >
      <TagChip colour={desk.tagOf(mark)?.colour ?? 'slate'} label={mark.tagLabel} value={mark.value} />
      <span className="line-clamp-1 font-serif text-sm text-muted">{shorten(mark.exact, 60)}</span>
    </button>
  );
}
