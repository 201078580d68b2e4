'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { CoverageView } from '@/lib/contract/coverage';
import type { CheckedState } from '@/lib/evidence/checked-spans';
import { spanEdges } from '@/lib/dom/measure';
import { span } from '@/lib/text/offsets';
import { useDesk } from '../model/use-desk';

const COLOURS: Readonly<Record<CheckedState, string>> = {
  verified: 'var(--ok)',
  pending: 'var(--warn)',
  wrong: 'var(--danger)',
  opinion: 'var(--accent)',
  uncheckable: 'var(--line-strong)',
};

/** A strip beside the text: coloured where it has been checked. The shares say the same in words. */
export function HeatStrip({ spans }: Pick<CoverageView, 'spans'>) {
  const desk = useDesk();
  const [strip, setStrip] = useState<string | null>(null);
  const root = desk.page?.root ?? null;
  useEffect(() => {
    const { page } = desk;
    if (!page) return;
    const draw = (): void => {
      const box = page.root.getBoundingClientRect();
      const stripes = spans.flatMap(({ start, end, state }) => {
        const edges = spanEdges(page, span(start, end));
        if (!edges) return [];
        const [from, to] = [edges.first.top - box.top, edges.last.bottom - box.top];
        return [
          `linear-gradient(${COLOURS[state]}, ${COLOURS[state]}) 0 ${from}px / 100% ${to - from}px no-repeat`,
        ];
      });
      setStrip(stripes.join(', '));
    };
    const observer = new ResizeObserver(draw);
    observer.observe(page.root);
    return () => observer.disconnect();
  }, [desk, spans]);
  return root?.parentElement && strip !== null
    ? createPortal(
        <div
          aria-hidden
          className="heat-strip"
          style={{
            top: root.offsetTop,
            height: root.offsetHeight,
            background: strip === '' ? undefined : strip,
          }}
        />,
        root.parentElement,
      )
    : null;
}
