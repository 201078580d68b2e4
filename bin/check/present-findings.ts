import type { QuoteCheck } from '@/lib/quotes/check-quotations';
import { defaultSchema } from '@/lib/schema/default-schema';
import type { Suggestion } from '@/lib/suggestions/suggestion';
import { sliceText, toCodeUnit, type ArticleText } from '@/lib/text/article-text';
import type { CodePointOffset } from '@/lib/text/offsets';
import type { ReadText } from './read-text';

export interface Findings {
  readonly article: ReadText;
  readonly sources: readonly ReadText[];
  readonly suggestions: readonly Suggestion[];
  /** Null when there is no source to check against. */
  readonly checks: readonly QuoteCheck[] | null;
}

/** For programs. All offsets count code points of the text with LF line ends and without a byte order mark. */
export function toJson({ article, sources, suggestions, checks }: Findings): string {
  const quotes = checks?.map(({ quotation, verdict, source, sourceSpan, shareVerbatim, changes }) => ({
    start: quotation.start,
    end: quotation.end,
    exact: sliceText(article.text, quotation),
    verdict,
    source: source === null ? null : sources[source]!.name,
    sourceStart: sourceSpan?.start ?? null,
    sourceEnd: sourceSpan?.end ?? null,
    shareVerbatim: Math.round(shareVerbatim * 1000) / 1000,
    changes: changes.map(({ kind, span, printed, said, sourceSpan: there }) => ({
      kind,
      ...span,
      printed,
      said,
      sourceStart: there.start,
      sourceEnd: there.end,
    })),
  }));
  return JSON.stringify({ suggestions, ...(quotes && { quotes }) }, null, 2);
}

/** For people: a line for each suggestion and quotation, with its line and column, and a last line that sums up. */
export function describeFindings({ article, sources, suggestions, checks }: Findings): string {
  const { text, name } = article;
  const place = placesIn(text);
  const lines = suggestions.map(
    (suggestion) => `${name}:${place(suggestion.start)}  ${describeSuggestion(suggestion)}`,
  );
  if (checks) {
    lines.push('', 'Quote check');
    for (const check of checks) {
      lines.push(`${name}:${place(check.quotation.start)}  ${describeCheck(text, check, sources)}`);
      for (const { kind, printed, said } of check.changes)
        lines.push(`    ${kind}: ${oneLine(printed)} ← ${said === '' ? '(nothing)' : oneLine(said)}`);
    }
  }
  return [...lines, ...(lines.length > 0 ? [''] : []), `${suggestions.length} suggestions`].join('\n');
}

function describeSuggestion({
  ruleId,
  exact,
  tag,
  value,
  correction,
  confidence,
  message,
}: Suggestion): string {
  const label = defaultSchema.tags.find(({ key }) => key === tag)?.label ?? tag;
  const shown = value === null || value === exact ? oneLine(exact) : `${value}: ${oneLine(exact)}`;
  const change = correction === null ? '' : ` => ${oneLine(correction)}`;
  return `${label}: ${shown}${change} // ${message} (${ruleId}, ${confidence})`;
}

function describeCheck(text: ArticleText, check: QuoteCheck, sources: readonly ReadText[]): string {
  const share = `${Math.round(check.shareVerbatim * 100)} % verbatim`;
  const where = check.source === null ? 'in any source' : `in ${sources[check.source]!.name}`;
  const verdict = check.verdict === 'altered' ? `altered, ${share}, ${where}` : `${check.verdict} ${where}`;
  return `${verdict}: ${oneLine(sliceText(text, check.quotation))}`;
}

const LONGEST = 120;

function oneLine(exact: string): string {
  const line = exact.replace(/\s+/gu, ' ');
  const letters = [...line];
  return letters.length <= LONGEST
    ? line
    : `${letters.slice(0, LONGEST / 2).join('')} … ${letters.slice(-LONGEST / 3).join('')}`;
}

/** Says where an offset is: line and column, both 1-based, the column in code points. */
function placesIn(text: ArticleText): (offset: CodePointOffset) => string {
  const starts = [0, ...Array.from(text.value.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const unit = toCodeUnit(text, offset);
    const line = starts.findLastIndex((start) => start <= unit);
    return `${line + 1}:${[...text.value.slice(starts[line], unit)].length + 1}`;
  };
}
