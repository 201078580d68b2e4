'use client';

import { Printer } from 'lucide-react';
import { Notice } from '@/app/_ui/error-state';
import type { ReportQuery } from '@/lib/contract/report';
import { useWording } from './kept-wording';
import { usePreview } from './use-preview';

export interface PreviewProps {
  readonly articleId: string;
  readonly query: ReportQuery;
  /** Changes whenever the report may have: then it is loaded again. */
  readonly version: string;
}

/** The report as it would go out, notices as they are worded, in a frame in which nothing can run. */
export function Preview({ articleId, query, version }: PreviewProps) {
  const [wording] = useWording(articleId);
  const { address, pending, problem } = usePreview(articleId, query, wording, version);
  return (
    <section
      aria-labelledby="preview"
      className="flex h-fit min-w-0 flex-col lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:h-[calc(100dvh-2rem)]"
    >
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 id="preview" className="text-sm font-medium">
          Preview
        </h2>
        <span role="status" className="mr-auto text-xs text-muted">
          {pending ? 'drafting …' : ''}
        </span>
        <a
          href={address}
          target="_blank"
          rel="noopener"
          className="link inline-flex items-center gap-1.5 text-sm"
        >
          <Printer aria-hidden className="size-4" />
          Open to print
        </a>
      </div>
      {problem === null ? null : (
        <div className="mb-2">
          <Notice tone="danger">The page below is not as the notices are worded. {problem}</Notice>
        </div>
      )}
      <iframe
        key={version}
        title="Preview of the report"
        src={address}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="block h-[max(32rem,calc(100dvh-7.5rem))] w-full shrink-0 rounded-lg border border-line bg-white shadow-low lg:h-auto lg:min-h-0 lg:shrink lg:grow"
      />
    </section>
  );
}
