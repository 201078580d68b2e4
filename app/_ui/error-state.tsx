import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface ErrorStateProps {
  readonly title: string;
  /** What happened and what to do, in a sentence. */
  readonly children: ReactNode;
  /** Lets an administrator find it in the log. */
  readonly reference?: string | undefined;
  readonly actions?: ReactNode;
}

/** Something went wrong with a whole screen or a part of it. */
export function ErrorState({ title, children, reference, actions }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-center px-4 py-14 text-center">
      <TriangleAlert aria-hidden className="mb-4 size-8 text-danger" strokeWidth={1.5} />
      <h2 className="headline text-xl">{title}</h2>
      <div className="mt-2.5 text-muted">{children}</div>
      {reference === undefined ? null : (
        <p className="mt-3 font-mono text-xs text-faint">Reference {reference}</p>
      )}
      {actions === undefined ? null : (
        <div className="mt-6 flex flex-wrap justify-center gap-2.5">{actions}</div>
      )}
    </div>
  );
}

export interface NoticeProps {
  readonly tone: 'info' | 'ok' | 'warn' | 'danger';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Whether it is said at once when it appears. */
  readonly live?: boolean;
}

const TONES: Readonly<Record<NoticeProps['tone'], string>> = {
  info: 'border-accent bg-accent-soft',
  ok: 'border-ok bg-ok-soft',
  warn: 'border-warn bg-warn-soft',
  danger: 'border-danger bg-danger-soft',
};

/** A few sentences set off from the rest: a refusal, a warning, a piece of advice. */
export function Notice({ tone, title, children, live = tone === 'danger' }: NoticeProps) {
  return (
    <div
      {...(live ? { role: 'alert' } : {})}
      className={`rounded-r-md border-l-3 px-3.5 py-2.5 text-sm ${TONES[tone]}`}
    >
      {title === undefined ? null : <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
