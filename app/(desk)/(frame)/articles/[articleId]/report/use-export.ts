import { useCallback, useEffect, useRef, useState } from 'react';
import { notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ExportView } from '@/lib/contract/export';
import type { ReportQuery } from '@/lib/contract/report';
import type { ReportFormatKey } from '@/lib/report/formats';
import { callApi } from '@/lib/sync/api-client';
import type { Wording } from './kept-wording';
import { exportFileAddress } from './report-address';

/** Milliseconds between two looks at how far it is: short at first, for most take no longer. */
const PAUSES = [250, 500, 1_000];

export interface ExportWork {
  /** The one started last; null while there was none. */
  readonly work: ExportView | null;
  /** Whether one is being asked for or called off. */
  readonly busy: boolean;
  /** Makes these formats; `take` is saved as soon as it is there. */
  readonly start: (formats: readonly ReportFormatKey[], take: ReportFormatKey) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly dismiss: () => void;
}

/** An export of this report, from its start until its files are there; `known` is one that was begun before this page was. */
export function useExport(
  articleId: string,
  query: ReportQuery,
  wording: Wording,
  known: ExportView | null,
): ExportWork {
  const { busy, call } = useCall();
  const [work, setWork] = useState(known);
  const [looks, setLooks] = useState(0);
  const wanted = useRef<{ readonly id: string; readonly format: ReportFormatKey } | null>(null);

  const take = useCallback((next: ExportView): void => {
    const { id, format } = wanted.current ?? {};
    const file = id === next.id ? next.files.find((one) => one.format === format) : undefined;
    if (file?.status !== 'made') return;
    wanted.current = null;
    save(exportFileAddress(next.id, file.format));
  }, []);

  useEffect(() => {
    if (work === null || hasEnded(work)) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () =>
        void callApi<ExportView>({ path: `/api/v1/exports/${work.id}`, signal: stop.signal }).then(
          (answer) => {
            setLooks((count) => count + 1);
            if (answer.ok) {
              setWork(answer.value);
              take(answer.value);
            } else if (answer.failure.kind === 'refused' && answer.failure.problem.status < 500) {
              setWork(null);
              notifyFailure(answer.failure);
            }
          },
          () => undefined,
        ),
      PAUSES[Math.min(looks, PAUSES.length - 1)],
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [work, looks, take]);

  async function start(formats: readonly ReportFormatKey[], format: ReportFormatKey): Promise<void> {
    const answer = await call<ExportView>({
      method: 'POST',
      path: `/api/v1/articles/${articleId}/exports`,
      body: { ...exportBody(query, wording), formats },
    });
    if (!answer.ok) return notifyFailure(answer.failure);
    wanted.current = { id: answer.value.id, format };
    setLooks(0);
    setWork(answer.value);
  }

  async function cancel(): Promise<void> {
    if (work === null) return;
    const answer = await call<ExportView>({ method: 'DELETE', path: `/api/v1/exports/${work.id}` });
    if (!answer.ok) return notifyFailure(answer.failure);
    setWork(answer.value);
  }

  return { work, busy, start, cancel, dismiss: () => setWork(null) };
}

export const hasEnded = ({ status }: ExportView): boolean => status !== 'waiting' && status !== 'making';

/** The choices and the wording as the API takes them in a body. */
export function exportBody(query: ReportQuery, wording: Wording): Readonly<Record<string, unknown>> {
  const { format: _, download: __, ...options } = query;
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  const notices = Object.entries(wording).map(([type, text]) => ({ type, text }));
  return { ...Object.fromEntries(said), notices };
}

/** Saves what is at an address, as a click on a link would. */
function save(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
