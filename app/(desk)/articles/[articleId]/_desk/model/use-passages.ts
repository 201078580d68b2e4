'use client';

import { useEffect } from 'react';
import type { Passages } from '@/lib/dom/painter';
import type { Span } from '@/lib/text/offsets';
import { useDesk, useDeskState } from './use-desk';

/** Shows passages in the article for as long as the component is there; `spans` is the same list until others are meant. */
export function usePassages(kind: Passages, spans: readonly Span[]): void {
  const desk = useDesk();
  const painting = useDeskState((state) => state.painting);
  useEffect(() => {
    desk.painter?.setPassages(kind, spans);
    return () => desk.painter?.setPassages(kind, []);
  }, [desk, painting, kind, spans]);
}
