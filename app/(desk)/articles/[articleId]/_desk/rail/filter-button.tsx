import type { ReactNode } from 'react';

export interface FilterButtonProps {
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
  /** Names it, with the count behind. */
  readonly children: ReactNode;
}

/** One switch of the rail: what it lets through, and how many there are. */
export function FilterButton({ count, pressed, onPress, children }: FilterButtonProps) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={pressed}
        className="filter-button"
        data-none={count === 0 || undefined}
        onClick={onPress}
      >
        {children}
        <span className="sr-only">, </span>
        <span className="ml-auto shrink-0 pl-2 text-[0.8125rem] text-muted tabular-nums">{count}</span>
      </button>
    </li>
  );
}
