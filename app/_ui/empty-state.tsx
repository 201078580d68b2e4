import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** A picture of one's own, drawn inline. */
  readonly picture?: ReactNode;
  /** What belongs here and how it gets here. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Says what would be here and how to begin. */
export function EmptyState({ title, picture, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center px-4 py-14 text-center">
      {picture === undefined ? null : <div className="mb-5 text-muted">{picture}</div>}
      <h2 className="headline text-xl">{title}</h2>
      {children === undefined ? null : <div className="mt-2.5 text-muted">{children}</div>}
      {actions === undefined ? null : (
        <div className="mt-6 flex flex-wrap justify-center gap-2.5">{actions}</div>
      )}
    </div>
  );
}
