'use client';

import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react';

/** A drag under way: which row is held, and before which row it would fall. */
export interface Drag {
  readonly from: number;
  readonly before: number;
}

export interface DragOrder {
  readonly drag: Drag | null;
  /** For the handle's pointerdown. */
  readonly lift: (event: PointerEvent, from: number) => void;
}

const EDGE = 96;
const STEP = 14;

/**
 * Drags the rows of a list by pointer, mouse or finger alike; near the window's edges the page scrolls along. Nothing
 * moves until the row is let go, Escape lets it fall where it was.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pointer = useRef(0);
  const dragging = drag !== null;

  const follow = useEffectEvent(() => {
    if (drag === null || list.current === null) return;
    const before = rowBelow(list.current, pointer.current);
    if (before !== drag.before) setDrag({ ...drag, before });
  });

  const drop = useEffectEvent(() => {
    if (drag === null) return;
    const to = drag.before > drag.from ? drag.before - 1 : drag.before;
    setDrag(null);
    if (to !== drag.from) onMove(drag.from, to);
  });

  useEffect(() => {
    if (!dragging) return;
    const move = (event: globalThis.PointerEvent): void => {
      pointer.current = event.clientY;
      follow();
    };
    const cancel = (): void => setDrag(null);
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') cancel();
    };
    const scroll = setInterval(() => {
      const { innerHeight } = window;
      const by = pointer.current < EDGE ? -STEP : pointer.current > innerHeight - EDGE ? STEP : 0;
      if (by === 0) return;
      window.scrollBy(0, by);
      follow();
    }, 16);
    const up = (): void => drop();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape);
    return () => {
      clearInterval(scroll);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape);
    };
  }, [dragging]);

  const lift = (event: PointerEvent, from: number): void => {
    if (event.button !== 0) return;
    pointer.current = event.clientY;
    setDrag({ from, before: from });
  };

  return { drag, lift };
}

/** The first row whose middle lies below the pointer; the number of rows when there is none. */
function rowBelow(list: HTMLElement, y: number): number {
  const rows = [...list.children].map((row) => row.getBoundingClientRect());
  const index = rows.findIndex((row) => y < row.top + row.height / 2);
  return index < 0 ? rows.length : index;
}
