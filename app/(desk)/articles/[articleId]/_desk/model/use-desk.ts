'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { DeskModel } from './desk-model';
import type { DeskState } from './desk-state';
import { useStore } from './store';

export const DeskContext = createContext<DeskModel | null>(null);

/** The desk around a component, which renders again when the facts change: rarely, and then they are everywhere. */
export function useDesk(): DeskModel {
  const desk = use(DeskContext);
  if (!desk) throw new Error('This belongs on a desk.');
  useStore(desk.facts, (facts) => facts);
  return desk;
}

/** A part of what is open and selected; `pick` answers what is stored, or a primitive. */
export const useDeskState = <Part>(pick: (state: DeskState) => Part): Part => useStore(useDesk().state, pick);

/** One mark; the component renders again when this mark changes and for no other. */
export function useMark(id: string): AnnotationView | null {
  const desk = useDesk();
  const read = (): AnnotationView | null => desk.mark(id);
  return useSyncExternalStore((listener) => desk.sync.replica.subscribeTo(id, listener), read, read);
}

/** Every mark, the deleted ones too, by place. */
export function useAllMarks(): readonly AnnotationView[] {
  const desk = useDesk();
  const read = (): readonly AnnotationView[] => desk.sync.replica.query();
  return useSyncExternalStore((listener) => desk.watchMarks(listener), read, read);
}

/** How many marks the rail lets through. */
export function useShownCount(): number {
  const desk = useDesk();
  const read = (): number => desk.shownMarks().length;
  return useSyncExternalStore(
    (listener) => {
      const stops = [desk.watchMarks(listener), desk.state.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
    read,
    read,
  );
}
