'use client';

import { Paperclip } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { cx } from '@/app/_ui/class-names';
import { SeverityLabel } from '@/app/_ui/severity';
import { StatusPill } from '@/app/_ui/status-pill';
import { effectiveCorrection } from '@/lib/adjudication/effective-correction';
import type { AnnotationView } from '@/lib/contract/annotation';
import { openMark } from '../model/opening';
import { useDesk } from '../model/use-desk';
import { CorrectionDiff } from './correction-diff';

/** A passage that brings quotation marks of its own needs no others. */
const QUOTED = /^["“”„«»]/u;

export interface CardSummaryProps {
  readonly mark: AnnotationView;
  readonly open: boolean;
}

/** What every card shows, open or not: tag and value, what should change, where it stands. */
export function CardSummary({ mark, open }: CardSummaryProps) {
  const desk = useDesk();
  const { tagLabel, value, exact, note, status, evidence } = mark;
  const digit = desk.tagOf(mark)?.digit ?? null;
  const should = effectiveCorrection(mark);
  return (
    <>
      <header className="flex items-start gap-2">
        <button
          type="button"
          aria-expanded={open}
          className="card-title"
          onClick={() => openMark(desk, open ? null : mark.id)}
        >
          {digit === null ? null : (
            <span aria-hidden className="card-digit">
              {digit}
            </span>
          )}
          <span className={cx('min-w-0', !open && 'line-clamp-1')}>
            <b>{tagLabel}</b>
            {value === null ? null : `: ${value}`}
          </span>
        </button>
        <span className="ml-auto shrink-0 pt-px">
          <SeverityLabel severity={mark.severity} compact={!open} />
        </span>
      </header>
      {should === null ? (
        <p className={cx('card-text', open ? 'line-clamp-6' : 'line-clamp-2')}>
          {QUOTED.test(exact) ? <span>{exact}</span> : <q>{exact}</q>}
        </p>
      ) : (
        <p className={cx('card-text', !open && 'line-clamp-2')}>
          <CorrectionDiff exact={exact} correction={should} />
        </p>
      )}
      {note === null ? null : <p className={cx('card-note', !open && 'line-clamp-1')}>{note}</p>}
      <footer className="card-foot">
        <StatusPill status={status} />
        {mark.changedSinceDecision ? <span className="font-medium text-warn">changed since</span> : null}
        {mark.state === null ? null : <span>{mark.state}</span>}
        {evidence.length === 0 ? null : (
          <span className="inline-flex items-center gap-1">
            <Paperclip aria-hidden className="size-3" />
            {evidence.length}
            <span className="sr-only">
              {evidence.length === 1 ? 'piece of evidence' : 'pieces of evidence'}
            </span>
          </span>
        )}
        <span className="min-w-0 truncate">{mark.author.name}</span>
        <Pending id={mark.id} />
      </footer>
    </>
  );
}

/** Shown until the server has answered. */
function Pending({ id }: { readonly id: string }) {
  const { replica } = useDesk().sync;
  const read = (): boolean => replica.isPending(id);
  const pending = useSyncExternalStore((listener) => replica.subscribeTo(id, listener), read, read);
  return pending ? <span className="pending-dot" role="img" aria-label="saving" title="Saving" /> : null;
}
