import type { TagKey } from '@/lib/schema/tag-schema';
import type { Notice, ReportMark, Row } from './report';

/** What a template has to say something with. */
interface Wording {
  readonly value: string | null;
  /** As printed, in quotation marks. */
  readonly printed: string;
  /** As it should read, in quotation marks. */
  readonly right: string;
}

const EARLIER = 'An earlier version of this article';
const wrongly = (did: string, { printed, right }: Wording): string =>
  `${EARLIER} ${did}: ${printed} should have read ${right}.`;

const WRONG_FACTS: Readonly<Record<string, string>> = {
  number: 'gave a wrong number',
  'date or time': 'gave a wrong date or time',
  place: 'named a wrong place',
  identity: 'misidentified a person or a thing',
  'cause or sequence': 'gave a wrong cause or sequence of events',
};

const UNSUPPORTED: Readonly<Record<string, string>> = {
  'no source': 'without a source for it',
  'source disagrees': 'which its source does not say',
  overstated: 'which says more than its source',
};

/** Where something replaces the printed words. A tag without a template of its own takes the plain one. */
const REPLACED: Readonly<Record<TagKey, (wording: Wording) => string>> = {
  name: ({ printed, right }) => `${EARLIER} misspelled a name: it is ${right}, not ${printed}.`,
  role: (wording) => wrongly('gave a wrong title or role', wording),
  misquote: (wording) => wrongly('gave a quotation inaccurately', wording),
  fact: (wording) => wrongly(WRONG_FACTS[wording.value ?? ''] ?? 'contained a factual error', wording),
  meaning: (wording) => wrongly('changed the meaning of a statement', wording),
  unsupported: ({ value, printed, right }) =>
    `${EARLIER} said ${printed}, ${UNSUPPORTED[value ?? ''] ?? 'which is not supported'}. It now reads ${right}.`,
  unclear: ({ printed, right }) => `The wording ${printed} could be misunderstood. It now reads ${right}.`,
};

/** Where nothing replaces them, because the mark proposes no correction. */
const LEFT: Readonly<Record<TagKey, (wording: Wording) => string>> = {
  unsupported: ({ value, printed }) =>
    `This article says ${printed}, ${UNSUPPORTED[value ?? ''] ?? 'which is not supported'}.`,
  unclear: ({ printed }) => `The wording ${printed} in this article could be misunderstood.`,
};

const inQuotes = (text: string): string => `“${text.replace(/\s+/gu, ' ').trim()}”`;

function draft({ tag, value, exact, shouldRead }: ReportMark): string {
  const printed = inQuotes(exact);
  if (shouldRead === '') return `${EARLIER} wrongly contained ${printed}, which has been removed.`;
  const wording = { value, printed, right: inQuotes(shouldRead ?? '') };
  if (shouldRead === null) return LEFT[tag.key]?.(wording) ?? `This article is not accurate in ${printed}.`;
  return REPLACED[tag.key]?.(wording) ?? `${EARLIER} read ${printed}. It should have read ${wording.right}.`;
}

/** One draft for each row whose tag calls for a notice. What was never published needs none. */
export const draftNotices = (rows: readonly Row[], phase: 'before' | 'after' | null): readonly Notice[] =>
  phase === 'before'
    ? []
    : rows.flatMap(({ number, marks: [mark] }) =>
        mark.noticeType ? [{ type: mark.noticeType, text: draft(mark), row: number }] : [],
      );
