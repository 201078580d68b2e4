import type { QuoteList, SuggestionList } from '@/lib/contract/checking';
import { tagByKey } from '@/lib/schema/find-tag';
import type { Checked } from '@/lib/sandbox/check-article';
import type { CheckBasis, CheckingInput } from '@/lib/store/checking-input';
import { MarksByWord } from '@/lib/suggestions/marks-by-word';

/**
 * The suggestions that leave: for tags the project has, not for what is marked already, and either those that were
 * dismissed or those that were not.
 */
export function presentSuggestions(
  { suggestions }: Checked,
  { versionId, schema, marks, dismissed }: CheckingInput,
  onlyDismissed: boolean,
): SuggestionList {
  const marked = new MarksByWord(marks);
  const items = suggestions.flatMap((suggestion) => {
    const tag = tagByKey(schema, suggestion.tag);
    if (!tag || tag.retired || marked.say(suggestion)) return [];
    const gone = dismissed.has(suggestion.hash) || dismissed.has(suggestion.groupHash);
    return gone === onlyDismissed
      ? [{ ...suggestion, alternatives: [...suggestion.alternatives], tagLabel: tag.label }]
      : [];
  });
  return { versionId, items, next: null };
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
