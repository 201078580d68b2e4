import { cx } from './class-names';

export interface KbdProps {
  readonly children: string;
  /** For dark grounds such as a tooltip. */
  readonly inverse?: boolean;
}

/** A key as it is printed on the keyboard. */
export function Kbd({ children, inverse = false }: KbdProps) {
  return (
    <kbd
      className={cx(
        'inline-flex h-5 min-w-5 items-center justify-center rounded border border-b-2 px-1 font-sans text-[0.6875rem] font-medium tabular-nums',
        inverse ? 'border-current/40' : 'border-line-strong bg-sheet text-muted',
      )}
    >
      {children}
    </kbd>
  );
}
