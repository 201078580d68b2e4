'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDesk, useShownMarks } from '../model/use-desk';
import { Card } from './card';
import { MarginLayout } from './margin-layout';
import { NoMarks } from './no-marks';

/** The column of cards beside the text. */
export function Margin() {
  const desk = useDesk();
  const [layout] = useState(() => new MarginLayout(desk));
  const ref = useRef<HTMLDivElement>(null);
  const ids = useSyncExternalStore(layout.subscribe, layout.ids, none);
  const height = useSyncExternalStore(layout.subscribe, layout.height, nought);
  const shown = useShownMarks();
  useEffect(() => (ref.current ? layout.attach(ref.current) : undefined), [layout]);
  return (
    <aside aria-label="Marks" className="desk-margin">
      <div ref={ref} className="relative" style={{ minHeight: height }}>
        {shown.length === 0 ? (
          <NoMarks />
        ) : (
          <ol aria-label={`${shown.length} marks, in the order of the text`}>
            {ids.map((id) => (
              <CardPlace
                key={id}
                id={id}
                layout={layout}
                position={shown.findIndex((mark) => mark.id === id) + 1}
                of={shown.length}
              />
            ))}
          </ol>
        )}
      </div>
    </aside>
  );
}

const NONE: readonly string[] = [];
const none = (): readonly string[] => NONE;
const nought = (): number => 0;

interface CardPlaceProps {
  readonly id: string;
  readonly layout: MarginLayout;
  readonly position: number;
  readonly of: number;
}

/** Holds one card at its place; moving it renders nothing else. */
function CardPlace({ id, layout, position, of }: CardPlaceProps) {
  const ref = useRef<HTMLLIElement>(null);
  const read = (): number => layout.topOf(id);
  const top = useSyncExternalStore((listener) => layout.subscribeTo(id, listener), read, nought);
  useEffect(() => (ref.current ? layout.watch(id, ref.current) : undefined), [layout, id]);
  return (
    <li
      ref={ref}
      aria-posinset={position}
      aria-setsize={of}
      className="card-place"
      style={{ transform: `translateY(${top}px)` }}
    >
      <Card id={id} />
    </li>
  );
}
