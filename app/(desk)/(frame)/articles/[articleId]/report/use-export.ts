import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
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
  /** Those that were started here or known before, the newest first. */
  readonly works: readonly ExportView[];
  /** Whether one is being called off. */
  readonly busy: boolean;
  /** Asks for one; `take` is saved as soon as it is there, whatever else is asked for meanwhile. */
  readonly start: (body: ExportBody, take: ReportFormatKey | null) => Promise<void>;
  readonly cancel: (id: string) => Promise<void>;
  readonly dismiss: (id: string) => void;
}

/**
 * Exports of this report, each from its start until its files are there; `known` is one that was begun before this page
 * was, `onEnd` hears of each that has ended.
 */
export function useExport(
  articleId: string,
  known: ExportView | null,
  onEnd?: (work: ExportView) => void,
): ExportWork {
  const { call: ask } = useCall();
  const { busy, call } = useCall();
  const [works, setWorks] = useState<readonly ExportView[]>(known === null ? [] : [known]);
  const [looks, setLooks] = useState(0);
  /** What is to be saved of each export, by its id. */
  const wanted = useRef(new Map<string, ReportFormatKey>());
  /** Orders that have no answer yet: a second click on the same thing asks for nothing more. */
  const ordered = useRef(new Set<string>());

  const hearEnd = useEffectEvent((work: ExportView): void => onEnd?.(work));
  const note = useCallback((news: readonly ExportView[]): void => {
    for (const next of news) {
      const file = next.files.find(({ format }) => format === wanted.current.get(next.id));
      if (file?.status === 'made') save(exportFileAddress(next.id, file.format));
      if (file?.status === 'made' || hasEnded(next)) wanted.current.delete(next.id);
    }
    setWorks((all) => all.map((work) => news.find(({ id }) => id === work.id) ?? work));
  }, []);

  useEffect(() => {
    const running = works.filter((work) => !hasEnded(work));
    if (running.length === 0) return;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const answers = await Promise.all(
        running.map(({ id }) => callApi<ExportView>({ path: `/api/v1/exports/${id}`, signal: stop.signal })),
      );
      setLooks((count) => count + 1);
      const news = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
      note(news);
      news.filter(hasEnded).forEach(hearEnd);
      for (const [at, answer] of answers.entries()) {
        if (answer.ok || answer.failure.kind !== 'refused' || answer.failure.problem.status >= 500) continue;
        setWorks((all) => all.filter((work) => work.id !== running[at]?.id));
        notifyFailure(answer.failure);
      }
    };
    const timer = setTimeout(
      // Called off, because there is something else to look at.
      () => void look().catch(() => undefined),
      PAUSES[Math.min(looks, PAUSES.length - 1)],
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [works, looks, note]);

  async function start(body: ExportBody, format: ReportFormatKey | null): Promise<void> {
    const order = JSON.stringify(body);
    if (ordered.current.has(order)) return;
    ordered.current.add(order);
    try {
      const answer = await ask<ExportView>({
        method: 'POST',
        path: `/api/v1/articles/${articleId}/exports`,
        body,
      });
      if (!answer.ok) return notifyFailure(answer.failure);
      const { value } = answer;
      if (format !== null) wanted.current.set(value.id, format);
      setLooks(0);
      // What has ended makes room on the screen for what is asked for next.
      setWorks((all) => [value, ...all.filter((work) => work.id !== value.id && !hasEnded(work))]);
    } finally {
      ordered.current.delete(order);
    }
  }

  async function cancel(id: string): Promise<void> {
    const answer = await call<ExportView>({ method: 'DELETE', path: `/api/v1/exports/${id}` });
    if (!answer.ok) return notifyFailure(answer.failure);
    note([answer.value]);
  }

  const dismiss = (id: string): void => setWorks((all) => all.filter((work) => work.id !== id));
  return { works, busy, start, cancel, dismiss };
}

export const hasEnded = ({ status }: ExportView): boolean => status !== 'waiting' && status !== 'making';

/** What is asked for, as the API takes it in a body. */
export type ExportBody = Readonly<Record<string, unknown>>;

/** The choices and the wording as the API takes them in a body. */
export function exportBody(query: ReportQuery, wording: Wording): ExportBody {
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
