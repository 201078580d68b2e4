import { useEffect, useState } from 'react';
import type { ExportView } from '@/lib/contract/export';
import type { ReportQuery } from '@/lib/contract/report';
import { callApi } from '@/lib/sync/api-client';
import type { Wording } from './kept-wording';
import { reportAddress } from './report-address';
import { exportBody, hasEnded } from './use-export';

/** Milliseconds of rest after which somebody who words a notice wants to see it. */
const REST = 700;
const PAUSE = 400;

/** Where the page to look at is, and whether a newer one is on its way. */
export interface PreviewState {
  readonly address: string;
  readonly pending: boolean;
}

/**
 * The draft as a page: the server's, or with notices worded in this browser a page that was made with them. Another
 * `version` says that the report may have changed.
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
  const [made, setMade] = useState<{ readonly wish: string; readonly address: string } | null>(null);

  useEffect(() => {
    if (order === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      makePage(articleId, order, stop.signal).then(
        (address) => setMade({ wish, address: address ?? drafted }),
        // Called off, because there is something newer to show.
        () => undefined,
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [articleId, order, wish, drafted]);

  if (order === null) return { address: drafted, pending: false };
  return { address: made?.address ?? drafted, pending: made?.wish !== wish };
}

/** Has the page made and answers with its address; null where it could not be. */
async function makePage(articleId: string, order: string, signal: AbortSignal): Promise<string | null> {
  const path = `/api/v1/articles/${articleId}/exports`;
  const begun = await callApi<ExportView>({ method: 'POST', path, body: JSON.parse(order), signal });
  for (let answer = begun; answer.ok;) {
    const { id, files } = answer.value;
    if (files[0]?.status === 'made') return `/api/v1/exports/${id}/file?format=html`;
    if (hasEnded(answer.value)) return null;
    await rest(PAUSE, signal);
    answer = await callApi<ExportView>({ path: `/api/v1/exports/${id}`, signal });
  }
  return null;
}

const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
