import type { QuoteList, SuggestionList, SuggestionView } from '@/lib/contract/checking';
import { citedWords } from '@/lib/quotes/cited-words';
import { tagByKey } from '@/lib/schema/find-tag';
import type { Checked } from '@/lib/sandbox/check-article';
import type { CheckBasis, CheckingInput } from '@/lib/store/checking-input';
import { MarksByWord } from '@/lib/suggestions/marks-by-word';
import { misquotation } from '@/lib/suggestions/rules/misquotation';

/**
 * The suggestions that leave: for tags the project has, not for what is marked already, and either those that were
 * dismissed or those that were not.
 */
export function presentSuggestions(
  { suggestions, quotes }: Checked,
  { versionId, schema, marks, dismissed, sources }: CheckingInput,
  onlyDismissed: boolean,
): SuggestionList {
  const marked = new MarksByWord(marks);
  const cited = citations(quotes, sources);
  const items = suggestions.flatMap((suggestion) => {
    const tag = tagByKey(schema, suggestion.tag);
    if (!tag || tag.retired || marked.say(suggestion)) return [];
    const gone = dismissed.has(suggestion.hash) || dismissed.has(suggestion.groupHash);
    return gone === onlyDismissed
      ? [
          {
            ...suggestion,
            alternatives: [...suggestion.alternatives],
            tagLabel: tag.label,
            cited: suggestion.ruleId === misquotation.id ? (cited.get(placeOf(suggestion)) ?? null) : null,
          },
        ]
      : [];
  });
  return { versionId, items, next: null };
}

const placeOf = ({ start, end }: Pick<SuggestionView, 'start' | 'end'>): string => `${start} ${end}`;

/** What each change of a quotation goes by, by its place. */
function citations(
  quotes: Checked['quotes'],
  sources: CheckBasis['sources'],
): ReadonlyMap<string, SuggestionView['cited']> {
  const cited = new Map<string, SuggestionView['cited']>();
  for (const { source, sourceSpan, passage, changes } of quotes) {
    const found = source === null ? undefined : sources[source];
    if (found === undefined || sourceSpan === null || passage === null) continue;
    for (const { span, said, sourceSpan: there } of changes) {
      const excerpt = citedWords(passage, sourceSpan.start, there, said);
      cited.set(placeOf(span), { sourceId: found.id, start: there.start, end: there.end, excerpt });
    }
  }
  return cited;
}

/** The quotations that leave, each with the source that fits best. */
export const presentQuotes = ({ quotes }: Checked, { versionId, sources }: CheckBasis): QuoteList => ({
  versionId,
  sources: sources.length,
  items: quotes.map(({ quotation, exact, verdict, source, sourceSpan, passage, shareVerbatim, changes }) => {
    const found = source === null ? undefined : sources[source];
    return {
      start: quotation.start,
      end: quotation.end,
      exact,
      parts: quotation.parts.map(({ start, end }) => ({ start, end })),
      verdict,
      source: found === undefined ? null : { id: found.id, number: found.number, title: found.title },
      sourceStart: sourceSpan?.start ?? null,
      sourceEnd: sourceSpan?.end ?? null,
      passage,
      shareVerbatim,
      changes: changes.map(({ kind, span, printed, said, sourceSpan: there }) => ({
        ...{ kind, start: span.start, end: span.end, printed, said },
        ...{ sourceStart: there.start, sourceEnd: there.end },
      })),
    };
  }),
  next: null,
});
