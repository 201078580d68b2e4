'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { DeskDialog } from '../model/desk-dialog';
import { openMark } from '../model/opening';
import { count } from '../model/say-mark';
import { useAllMarks, useDesk } from '../model/use-desk';
import { Checkbox } from '@/app/_ui/checkbox';
import { matchesFilter } from '@/lib/sync/mark-filter';
import { BulkActions } from './bulk-actions';
import { ALL, ListFilters, filterFor, type ListFilter } from './list-filters';
import { MarkRow } from './mark-row';

/** Every mark of the article in one list: to find, to choose many, to decide once. */
export function AllMarks() {
  return (
    <DeskDialog
      name="marks"
      title="All marks"
      description="Find marks, open them, or choose many and decide once."
      width="large"
    >
      <MarkList />
    </DeskDialog>
  );
}

const ROW = 64;

function MarkList() {
  const desk = useDesk();
  const all = useAllMarks();
  const [filter, setFilter] = useState<ListFilter>(ALL);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => {
    const wanted = filterFor(filter);
    return all.filter((mark) => matchesFilter(mark, wanted));
  }, [all, filter]);
  const picked = marks.filter(({ id }) => chosen.has(id));
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => marks[index]!.id,
  });
  const choose = (id: string, on: boolean): void =>
    setChosen((before) => {
      const next = new Set(before);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  return (
    <div className="flex min-h-[60dvh] flex-col gap-3">
      <ListFilters filter={filter} onChange={setFilter} />
      <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2 border-y border-line py-1.5">
        <Checkbox
          label={
            picked.length === 0
              ? count(marks.length, 'mark')
              : `${picked.length} of ${count(marks.length, 'mark')}`
          }
          checked={marks.length > 0 && picked.length === marks.length}
          indeterminate={picked.length > 0 && picked.length < marks.length}
          disabled={marks.length === 0}
          onChange={(on) => setChosen(new Set(on ? marks.map(({ id }) => id) : []))}
        />
        <BulkActions picked={picked} onDone={() => setChosen(new Set())} />
      </div>
      {marks.length === 0 ? (
        <p className="py-10 text-center text-muted">
          {all.length === 0 ? 'There are no marks yet.' : 'No mark fits.'}
        </p>
      ) : (
        <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
          <ul aria-label="Marks" className="relative" style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ key, index, start }) => (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                aria-posinset={index + 1}
                aria-setsize={marks.length}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <MarkRow
                  mark={marks[index]!}
                  chosen={chosen.has(marks[index]!.id)}
                  onChoose={(on) => choose(marks[index]!.id, on)}
                  onOpen={() => {
                    desk.state.set({ overlay: null });
                    openMark(desk, marks[index]!.id);
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
