'use client';

import { memo, type ReactNode } from 'react';
import type { DeskModel } from '../model/desk-model';
import type { RailFilter } from '../model/desk-state';
import { useDesk, useDeskState } from '../model/use-desk';

export interface FilterButtonProps {
  readonly kind: keyof RailFilter;
  /** What it lets through: a tag's key, a person's id, a status. */
  readonly of: string;
  readonly count: number;
  /** Whether pressing it takes the others of its kind away. */
  readonly alone?: boolean;
  /** Names it, with the count behind. */
  readonly children: ReactNode;
}

/** One switch of the rail: what it lets through, and how many there are. */
export const FilterButton = memo(function FilterButton({
  kind,
  of,
  count,
  alone = false,
  children,
}: FilterButtonProps) {
  const desk = useDesk();
  const pressed = useDeskState(({ filter }) => has(filter[kind], of) && (!alone || filter[kind].size === 1));
  return (
    <li>
      <button
        type="button"
        aria-pressed={pressed}
        className="filter-button"
        data-none={count === 0 || undefined}
        onClick={() => {
          if (alone) set(desk, kind, new Set(pressed ? [] : [of]));
          else set(desk, kind, toggled(desk.state.get().filter[kind], of));
        }}
      >
        {children}
        <span className="sr-only">, </span>
        <span className="ml-auto shrink-0 pl-2 text-[0.8125rem] text-muted tabular-nums">{count}</span>
      </button>
    </li>
  );
});

const has = (set: ReadonlySet<string>, value: string): boolean => set.has(value);

/** An open mark that is left out closes, or a key would decide on what nobody sees; one that is written on stays. */
function set(desk: DeskModel, kind: keyof RailFilter, values: ReadonlySet<string>): void {
  desk.state.set({ filter: { ...desk.state.get().filter, [kind]: values } });
  const { active, form, composer, adjusting } = desk.state.get();
  if (active === null || form || composer || adjusting) return;
  if (!desk.shownMarks().some(({ id }) => id === active)) desk.state.set({ active: null });
}

function toggled(values: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}
