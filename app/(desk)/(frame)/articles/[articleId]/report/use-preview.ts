import { useEffect, useState } from 'react';
import type { ExportView } from '@/lib/contract/export';
import type { ReportQuery } from '@/lib/contract/report';
import { fail, ok, type Result } from '@/lib/result';
import { callApi, sayFailure, type CallResult } from '@/lib/sync/api-client';
import type { Wording } from './kept-wording';
import { reportAddress } from './report-address';
import { exportBody, hasEnded } from './use-export';

/** Milliseconds of rest after which somebody who words a notice wants to see it. */
const REST = 700;
const PAUSE = 400;

/** Seconds until a refused page is asked for again where the server does not say. */
const RETRY_AFTER = 5;

/** Where the page to look at is, and whether a newer one is on its way. */
export interface PreviewState {
  readonly address: string;
  readonly pending: boolean;
  /** Why the page does not show what was asked for; null while it does or will. */
  readonly problem: string | null;
}

interface Made {
  readonly wish: string;
  readonly address: string;
  readonly problem: string | null;
}

/**
 * The draft as a page: the server's, or with notices worded in this browser a page that was made with them. Another
 * `version` says that the report may have changed. A page that nobody waits for any more is called off on the server too.
 */
export function usePreview(
  articleId: string,
  query: ReportQuery,
  wording: Wording,
  version: string,
): PreviewState {
  const drafted = reportAddress(articleId, { ...query, format: 'html', download: false });
  const isWorded = Object.keys(wording).length > 0;
  const order = isWorded ? JSON.stringify({ ...exportBody(query, wording), formats: ['html'] }) : null;
  const wish = `${version} ${order ?? ''}`;
  const [made, setMade] = useState<Made | null>(null);

  useEffect(() => {
    if (order === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      makePage(articleId, order, stop.signal).then(
        (page) => {
          if (page.ok) setMade({ wish, address: page.value, problem: null });
          else setMade((last) => ({ wish, address: last?.address ?? drafted, problem: page.failure }));
        },
        // Called off, because there is something newer to show.
        () => undefined,
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [articleId, order, wish, drafted]);

  if (order === null) return { address: drafted, pending: false, problem: null };
  const isShown = made?.wish === wish;
  return {
    address: made?.address ?? drafted,
    pending: !isShown,
    problem: isShown ? made.problem : null,
  };
}

/** Has the page made and answers with its address, or with why there is none. */
async function makePage(
  articleId: string,
  order: string,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  const begun = await begin(articleId, order, signal);
  if (!begun.ok) return fail(sayFailure(begun.failure));
  const { id } = begun.value;
  try {
    for (let answer: CallResult<ExportView> = begun; ;) {
      if (!answer.ok) return fail(sayFailure(answer.failure));
      const [file] = answer.value.files;
      if (file?.status === 'made') return ok(`/api/v1/exports/${id}/file?format=html`);
      if (hasEnded(answer.value)) {
        return fail(answer.value.failure ?? file?.failure ?? 'The page could not be made.');
      }
      await rest(PAUSE, signal);
      answer = await callApi<ExportView>({ path: `/api/v1/exports/${id}`, signal });
    }
  } finally {
    // It would take the place of something that somebody waits for.
    if (signal.aborted) void callApi({ method: 'DELETE', path: `/api/v1/exports/${id}` });
  }
}

/**
 * Asks for the page, and again where too much is under way. The request is not broken off, for then nobody would know
 * which export to call off.
 */
async function begin(articleId: string, order: string, signal: AbortSignal): Promise<CallResult<ExportView>> {
  const path = `/api/v1/articles/${articleId}/exports`;
  for (;;) {
    const begun = await callApi<ExportView>({ method: 'POST', path, body: JSON.parse(order) });
    if (begun.ok || begun.failure.kind !== 'refused' || begun.failure.problem.status !== 429) return begun;
    await rest(1_000 * (begun.failure.retryAfter ?? RETRY_AFTER), signal);
  }
}

const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
