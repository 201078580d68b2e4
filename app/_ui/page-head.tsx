import type { ReactNode } from 'react';

export interface PageHeadProps {
  readonly title: string;
  /** One or two sentences on what the screen is for. */
  readonly children?: ReactNode;
  /** The screen's main action, at the end of the line. */
  readonly actions?: ReactNode;
}

/** The head of a screen: its name in the article's face over a newspaper's double rule. */
export function PageHead({ title, children, actions }: PageHeadProps) {
  return (
    <header className="mb-7 border-b-3 border-double border-line-strong pb-5">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="headline text-3xl break-words sm:text-4xl">{title}</h1>
          {children === undefined ? null : <div className="mt-2 max-w-prose text-muted">{children}</div>}
        </div>
        {actions}
      </div>
    </header>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  readonly danger?: boolean;
}

/** One matter of a screen with several: its name beside it on wide screens, above it on narrow ones. */
export function Section({ title, hint, children }: SectionProps) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-b border-line py-8 first:pt-0 last:border-0 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <div>
        <h2 className="headline text-lg">{title}</h2>
        {hint === undefined ? null : <div className="mt-1.5 text-sm text-muted">{hint}</div>}
      </div>
      <div className="min-w-0 max-w-2xl">{children}</div>
    </section>
  );
}
