import type { QuoteView } from '@/lib/contract/checking';
import type { NewEvidence } from '@/lib/contract/evidence';
import { citedWords } from '@/lib/quotes/cited-words';
import { tagByKey } from '@/lib/schema/find-tag';
import { span } from '@/lib/text/offsets';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import type { DeskModel } from '../model/desk-model';
import { undo } from '../model/changing';
import { takeProposals, type Proposal } from '../model/marking';
import { count, quoted } from '../model/say-mark';

type Change = QuoteView['changes'][number];

/** How the default schema calls what a change is; a schema without such a value takes none. */
const VALUES: Readonly<Partial<Record<Change['kind'], string>>> = {
  negation: 'meaning',
  number: 'meaning',
  omission: 'omission',
  insertion: 'insertion',
};

/** Makes changes of a quotation marks of their own, each with the passage of the source as its evidence. */
export function takeChanges(desk: DeskModel, quote: QuoteView, changes: readonly Change[]): void {
  const tag = tagByKey(desk.schema, 'misquote');
  if (!tag || tag.retired) return notifyFailure('This project has no tag for misquotations.');
  const choices: readonly string[] = tag.value.kind === 'choice' ? tag.value.choices : [];
  const proposals = changes.map((change): Proposal => {
    const wanted = VALUES[change.kind] ?? 'wording';
    return {
      ...span(change.start, change.end),
      bodies: {
        tag: tag.key,
        value: choices.includes(wanted) ? wanted : null,
        correction: change.said,
        note: null,
      },
      origin: ORIGIN,
      ...evidenceOf(quote, change.said, change.sourceStart, change.sourceEnd),
    };
  });
  takeProposals(desk, `mark ${count(changes.length, 'change')} of ${quoted(quote.exact)}`, proposals);
  notifyDone(`Marked ${count(changes.length, 'change')} as ${tag.label}.`, { run: () => undo(desk) });
}

/** The rule behind the quote check, in the version that its changes come from. */
const ORIGIN = 'misquotation@3';

/** Makes the whole quotation a mark that says it is word for word, with the passage as its evidence. */
export function takeVerbatim(desk: DeskModel, quote: QuoteView): void {
  const tag = tagByKey(desk.schema, 'quote');
  if (!tag) return;
  takeProposals(desk, `mark ${quoted(quote.exact)} as verbatim`, [
    {
      ...span(quote.start, quote.end),
      bodies: { tag: tag.key, value: quote.source?.title ?? null, correction: null, note: null },
      ...(tag.states?.includes('verbatim') === true ? { state: 'verbatim' } : {}),
      origin: ORIGIN,
      ...(quote.passage === null || quote.sourceStart === null || quote.sourceEnd === null
        ? {}
        : evidenceOf(quote, quote.passage, quote.sourceStart, quote.sourceEnd)),
    },
  ]);
  notifyDone('Marked as verbatim.', { run: () => undo(desk) });
}

/** What the source has, cited there. `said` is printed with the case of its place; only whole passages are cited by words. */
function evidenceOf(
  { source, passage, sourceStart }: QuoteView,
  said: string,
  start: number,
  end: number,
): { readonly evidence?: NewEvidence } {
  if (source === null || passage === null || sourceStart === null) return {};
  const excerpt = citedWords(passage, sourceStart, span(start, end), said);
  return { evidence: { sourceId: source.id, excerpt, start, end, relation: relationOf(excerpt, passage) } };
}

const relationOf = (excerpt: string, passage: string): NewEvidence['relation'] =>
  excerpt === passage ? 'supports' : 'contradicts';
