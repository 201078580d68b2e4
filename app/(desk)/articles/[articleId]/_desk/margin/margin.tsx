'use client';

import { memo, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDesk, useDeskState, useShownCount } from '../model/use-desk';
import { Card } from './card';
import { MarginLayout, type MarginItem } from './margin-layout';
import { MoreMarks } from './more-marks';
import { NoMarks } from './no-marks';
import type { CardForm } from './plan-cards';

/** The column of cards beside the text. */
export function Margin() {
  const desk = useDesk();
  const [layout] = useState(() => new MarginLayout(desk));
  const ref = useRef<HTMLDivElement>(null);
  const painting = useDeskState((state) => state.painting);
  const shown = useShownCount();
  const coming = useDeskState((state) => state.marks === 'coming');
  useEffect(() => (ref.current ? layout.attach(ref.current) : undefined), [layout, painting]);
  return (
    <aside aria-label="Marks" aria-busy={coming || undefined} className="desk-margin">
      <div ref={ref} className="relative">
        {shown > 0 ? <Cards layout={layout} shown={shown} /> : <Empty />}
      </div>
    </aside>
  );
}

function Empty() {
  const arrival = useDeskState((state) => state.marks);
  if (arrival === 'here') return <NoMarks />;
  return (
    <p className="marks-coming">
      {arrival === 'coming' ? 'Marks are coming …' : 'The marks did not arrive. Reload the page to see them.'}
    </p>
  );
}

function Cards({ layout, shown }: { readonly layout: MarginLayout; readonly shown: number }) {
  const items = useSyncExternalStore(layout.subscribe, layout.items, none);
  return (
    <ol aria-label={`${shown} marks, in the order of the text`}>
      {items.map(({ key, shows }) => (
        <Place
          key={key}
          id={key}
          form={shows.kind === 'more' ? null : shows.kind}
          more={shows.kind === 'more' ? shows.ids : null}
          layout={layout}
        />
      ))}
    </ol>
  );
}

const NONE: readonly MarginItem[] = [];
const none = (): readonly MarginItem[] => NONE;

interface PlaceProps {
  readonly id: string;
  /** Null for a note. */
  readonly form: CardForm | null;
  readonly more: readonly string[] | null;
  readonly layout: MarginLayout;
}

/** Holds a card or a note at its place; what moves it renders nothing. */
const Place = memo(function Place({ id, form, more, layout }: PlaceProps) {
  const ref = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => (ref.current ? layout.hold(id, ref.current) : undefined), [layout, id]);
  return (
    <li ref={ref} className="card-place" data-form={form ?? 'more'}>
      {more ? <MoreMarks ids={more} /> : <Card id={id} form={form ?? 'whole'} />}
    </li>
  );
});
