import { sliceText, type ArticleText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import { placeOf } from './place';
import type { QuoteFinding } from './report';
import type { SourceList } from './number-sources';
import type { ReportQuote } from './quote-facts';
import type { ReportAnnotation, ReportInput } from './report-input';
import { diffWords, type DiffPart } from './word-diff';

/**
 * The quotations beside their sources, numbered through; null where the options do not ask for them. Who speaks is said
 * by `marks`, which are those that the report is about; `list` comes to have every source that is named.
 */
export function checkedQuotes(
  { quotes = [], options }: Pick<ReportInput, 'quotes' | 'options'>,
  marks: readonly ReportAnnotation[],
  text: ArticleText,
  list: Pick<SourceList, 'quote'>,
): readonly QuoteFinding[] | null {
  if (!options.sections.includes('quote-check')) return null;
  const speakers = marks
    .filter(({ tag, status, value }) => tag === 'quote' && value !== null && !GONE.has(status))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  return quotes.map((quote, index): QuoteFinding => {
    const { start, end, verdict, shareVerbatim, compared, changes, source } = quote;
    return {
      ...{ number: index + 1, start, end, place: placeOf(text, { start, end }) },
      exact: sliceText(text, { start, end }),
      speaker: speakers.find((mark) => mark.start < end && start < mark.end)?.value ?? null,
      ...{ verdict, shareVerbatim, compared, kinds: [...new Set(changes.map(({ kind }) => kind))] },
      diff: diffOf(quote, text),
      source: source && { number: list.quote(index + 1, source), title: source.title, url: source.url },
    };
  });
}

/** What nobody stands by says nothing of who speaks. */
const GONE: ReadonlySet<string> = new Set(['rejected', 'merged']);

/** What is quoted, its changes told apart word by word; a line end stands between two paragraphs. */
function diffOf({ parts, changes }: ReportQuote, text: ArticleText): readonly DiffPart[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const quoted = (from: number, to: number): string => quotedText(parts, text, from, to);
  const pieces: DiffPart[] = [];
  let at: number = first.start;
  for (const { start, end, said } of changes) {
    pieces.push({ kind: 'kept', text: quoted(at, start) });
    const printed = quoted(start, end);
    pieces.push(...(said === null ? [{ kind: 'kept', text: printed } as const] : diffWords(printed, said)));
    at = end;
  }
  return joinKept([...pieces, { kind: 'kept', text: quoted(at, last.end) }]);
}

/** What stands between two places of a quotation, without the marks and blank lines between its paragraphs. */
function quotedText(parts: readonly Span[], text: ArticleText, from: number, to: number): string {
  const pieces = parts.flatMap((part, index) => {
    const start = Math.max(from, part.start);
    const end = Math.min(to, part.end);
    const words = start < end ? sliceText(text, span(start, end)) : '';
    const isBehindBreak = index > 0 && from < part.start && part.start <= to;
    return [isBehindBreak ? `\n${words}` : words];
  });
  return pieces.join('');
}

function joinKept(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === 'kept' && last?.kind === 'kept') {
      joined.splice(-1, 1, { kind: 'kept', text: last.text + part.text });
    } else if (part.kind === 'changed' || part.text !== '') joined.push(part);
  }
  return joined;
}
