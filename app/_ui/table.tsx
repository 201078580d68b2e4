import type { ComponentProps } from 'react';
import { cx } from './class-names';

export interface TableProps extends ComponentProps<'table'> {
  /** What the table lists; said, not shown. */
  readonly caption: string;
}

/** A table with hairlines, as a newspaper sets results. Its text, not its lines, keeps the column's edges. */
export function Table({ caption, className, children, ...rest }: TableProps) {
  return (
    <div className="-mx-3">
      <table {...rest} className={cx('w-full border-collapse text-left text-sm', className)}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export const HeadCell = ({ className, ...rest }: ComponentProps<'th'>) => (
  <th
    scope="col"
    {...rest}
    className={cx(
      'border-b border-line-strong px-3 py-2 align-bottom text-xs font-semibold text-muted',
      className,
    )}
  />
);

export const Row = ({ className, ...rest }: ComponentProps<'tr'>) => (
  <tr {...rest} className={cx('group border-b border-line hover:bg-hover', className)} />
);

export const Cell = ({ className, ...rest }: ComponentProps<'td'>) => (
  <td {...rest} className={cx('px-3 py-3 align-top', className)} />
);
