import { z } from 'zod';
import { CHANGE_KINDS } from '@/lib/quotes/classify-change';
import { HOUSE_STYLE_CHOICES } from '@/lib/suggestions/house-style';
import { codePointOffset, labelUpTo, textUpTo, uuid } from './primitives';

export const CONFIDENCES = ['low', 'medium', 'high'] as const;

export const ruleId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/, { error: 'Must be the id of a rule.' })
  .max(60);
const hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'Must be 64 hex digits.' });

/** How a project writes what may be written in several ways; what is left out is left to the writer. */
export const HouseStyleChange = z
  .strictObject({
    variety: z.enum(HOUSE_STYLE_CHOICES.variety),
    quotationMarks: z.enum(HOUSE_STYLE_CHOICES.quotationMarks),
    percent: z.enum(HOUSE_STYLE_CHOICES.percent),
    dates: z.enum(HOUSE_STYLE_CHOICES.dates),
    smallNumbers: z.enum(HOUSE_STYLE_CHOICES.smallNumbers),
  })
  .partial();

/** Rules of suggestions switched on or off against their default, by id. */
export const RuleSwitches = z
  .record(ruleId, z.boolean())
  .refine((switches) => Object.keys(switches).length <= 100, {
    error: 'There are not so many rules.',
  });

/** What a rule proposes about a passage of the current version. It becomes an annotation only when a person accepts it. */
export const SuggestionView = z.strictObject({
  ruleId: z.string(),
  ruleVersion: z.int(),
  start: codePointOffset,
  end: codePointOffset,
  exact: z.string(),
  tag: z.string(),
  tagLabel: z.string(),
  value: z.string().nullable(),
  /** Null where the rule cannot tell, empty to delete. */
  correction: z.string().nullable(),
  alternatives: z.array(z.string()),
  confidence: z.enum(CONFIDENCES),
  message: z.string(),
  /** Equal for the repeats of one finding. */
  group: z.string(),
  /** What a dismissal names: this place, or all repeats. The same finding in a later version has the same. */
  hash,
  groupHash: hash,
  /** The words of a source that it goes by; null where it goes by none, or by more than one place. */
  cited: z
    .strictObject({ sourceId: uuid, start: codePointOffset, end: codePointOffset, excerpt: z.string() })
    .nullable(),
});
export type SuggestionView = z.infer<typeof SuggestionView>;

export const SuggestionsQuery = z.strictObject({
  dismissed: z.enum(['true', 'false']).default('false').meta({
    description: 'Those that were dismissed instead of those that were not.',
  }),
});

export const SuggestionList = z.strictObject({
  versionId: uuid,
  items: z.array(SuggestionView),
  next: z.null(),
});
export type SuggestionList = z.infer<typeof SuggestionList>;

/** The body of POST /articles/{id}/dismissals. */
export const DismissalChange = z.strictObject({
  ruleId,
  hash: hash.meta({ description: 'Of a suggestion: `hash` for its place, `groupHash` for all repeats.' }),
  exact: textUpTo(20_000).min(1),
  /** False calls it back. */
  dismissed: z.boolean(),
});
export type DismissalChange = z.infer<typeof DismissalChange>;

export const Dismissal = z.strictObject({
  ruleId: z.string(),
  hash,
  /** The words it was about; named so because that is what histories tell. */
  title: z.string(),
  dismissed: z.boolean(),
});
export type Dismissal = z.infer<typeof Dismissal>;

/** The body of POST /projects/{id}/known-names. */
export const NewKnownName = z.strictObject({ name: labelUpTo(200) });

export const QUOTE_VERDICTS = ['found', 'altered', 'not found'] as const;

export const QuoteChange = z.strictObject({
  kind: z.enum(CHANGE_KINDS),
  /** In the article; never empty: where words are missing, a word beside them. */
  start: codePointOffset,
  end: codePointOffset,
  printed: z.string(),
  /** What the source has in place of `printed`; empty where it has nothing there. */
  said: z.string(),
  sourceStart: codePointOffset,
  sourceEnd: codePointOffset,
});

/** A quotation of the current version and how it stands to the sources. */
export const QuoteView = z.strictObject({
  start: codePointOffset,
  end: codePointOffset,
  exact: z.string(),
  /** What is quoted, without the marks: one span a paragraph. */
  parts: z.array(z.strictObject({ start: codePointOffset, end: codePointOffset })),
  verdict: z.enum(QUOTE_VERDICTS),
  /** The source that fits best, and the passage in it; null where none does. */
  source: z.strictObject({ id: uuid, number: z.int(), title: z.string() }).nullable(),
  sourceStart: codePointOffset.nullable(),
  sourceEnd: codePointOffset.nullable(),
  passage: z.string().nullable(),
  shareVerbatim: z.number().min(0).max(1),
  changes: z.array(QuoteChange),
});
export type QuoteView = z.infer<typeof QuoteView>;

export const QuoteList = z.strictObject({
  versionId: uuid,
  /** How many sources with a text there were to compare with. */
  sources: z.int(),
  items: z.array(QuoteView),
  next: z.null(),
});
export type QuoteList = z.infer<typeof QuoteList>;
