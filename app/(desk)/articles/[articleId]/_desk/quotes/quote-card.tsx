'use client';

import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import type { QuoteView } from '@/lib/contract/checking';
import { can } from '@/lib/policy/can';
import { span } from '@/lib/text/offsets';
import { CorrectionDiff } from '../margin/correction-diff';
import { openSource } from '../model/pane';
import { showPassage } from '../model/opening';
import { shorten } from '../model/say-mark';
import { useAllMarks, useDesk } from '../model/use-desk';
import { quoteParts } from './quote-parts';
import { takeChanges, takeVerbatim } from './take-quote';

const TONES: Readonly<Record<QuoteView['verdict'], string>> = {
  found: 'text-ok',
  altered: 'text-danger',
  'not found': 'text-warn',
};
const VERDICTS: Readonly<Record<QuoteView['verdict'], string>> = {
  found: 'word for word',
  altered: 'altered',
  'not found': 'not found in any source',
};

export interface QuoteCardProps {
  readonly quote: QuoteView;
  /** Whether there is any source that it was compared with. */
  readonly compared: boolean;
}

/** A quotation with every word that was not said so, and what one can do about it. */
export function QuoteCard({ quote, compared }: QuoteCardProps) {
  const desk = useDesk();
  const parts = useMemo(() => quoteParts(desk.text, quote), [desk, quote]);
  const marks = useAllMarks();
  const marked = useMemo(() => {
    const here = marks.filter(
      ({ deletedAt, start, end }) => deletedAt === null && start < quote.end && quote.start < end,
    );
    const covers = (tag: string, start: number, end: number): boolean =>
      here.some((mark) => mark.tag === tag && mark.start < end && start < mark.end);
    return {
      changes: quote.changes.map(({ start, end }) => covers('misquote', start, end)),
      verbatim: here.some(({ tag, state }) => tag === 'quote' && state === 'verbatim'),
    };
  }, [marks, quote]);
  const may = can.mark(desk.data.me);
  const left = quote.changes.filter((_, at) => !marked.changes[at]);
  const { source, sourceStart, sourceEnd, verdict } = quote;
  return (
    <li className="checking-card space-y-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2 text-[0.8125rem]">
        {compared ? (
          <b className={cx('font-semibold', TONES[verdict])}>{VERDICTS[verdict]}</b>
        ) : (
          <span className="text-muted">not compared yet</span>
        )}
        {verdict === 'altered' ? (
          <span className="text-muted tabular-nums">
            {Math.floor(quote.shareVerbatim * 100 + 1e-9)} % as said
          </span>
        ) : null}
        <button
          type="button"
          className="link ml-auto"
          onClick={() => showPassage(desk, span(quote.start, quote.end))}
        >
          Show in the text
        </button>
      </p>
      <p className="font-serif break-words whitespace-pre-wrap">
        {parts.map((part, index) =>
          part.kind === 'same' ? (
            <span key={index}>{part.text}</span>
          ) : (
            <span key={index} className="quote-change" data-marked={marked.changes[part.at] || undefined}>
              {part.diff.map(({ kind, text }, piece) =>
                kind === 'gone' ? (
                  <del key={piece}>{text}</del>
                ) : kind === 'new' ? (
                  <ins key={piece}>{text}</ins>
                ) : (
                  <span key={piece}>{text}</span>
                ),
              )}
            </span>
          ),
        )}
      </p>
      {source === null || sourceStart === null || sourceEnd === null ? null : (
        <p className="text-[0.8125rem]">
          <button
            type="button"
            className="link text-left break-words"
            onClick={() => openSource(desk, source.id, span(sourceStart, sourceEnd))}
          >
            Source {source.number}: {shorten(source.title, 60)}
          </button>
        </p>
      )}
      {quote.changes.length === 0 ? null : (
        <ul aria-label="Changes" className="space-y-1 border-t border-line pt-2">
          {quote.changes.map((change, at) => (
            <li key={change.start} className="flex min-h-8 items-center gap-2 text-[0.8125rem]">
              <span className="w-24 shrink-0 text-muted">{change.kind}</span>
              <span className="min-w-0 flex-1 font-serif break-words">
                <CorrectionDiff exact={change.printed} correction={change.said} />
              </span>
              {marked.changes[at] === true ? (
                <span className="flex shrink-0 items-center gap-1 text-ok">
                  <Check aria-hidden className="size-3.5" /> marked
                </span>
              ) : may ? (
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`Mark “${change.printed}” as misquotation`}
                  onClick={() => takeChanges(desk, quote, [change])}
                >
                  Mark
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {may ? (
        <div className="flex flex-wrap gap-2">
          {left.length > 1 ? (
            <Button size="small" look="primary" onClick={() => takeChanges(desk, quote, left)}>
              Mark all {left.length} as misquotation
            </Button>
          ) : null}
          {verdict !== 'found' ? null : marked.verbatim ? (
            <span className="flex items-center gap-1 text-[0.8125rem] text-ok">
              <Check aria-hidden className="size-3.5" /> marked verbatim
            </span>
          ) : (
            <Button size="small" look="primary" onClick={() => takeVerbatim(desk, quote)}>
              Mark as verbatim
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}
