import type { ArticleText } from '@/lib/text/article-text';
import type { Span } from '@/lib/text/offsets';
import type { TagKey } from '@/lib/schema/tag-schema';
import type { Analysis } from './analysis';
import type { HouseStyle } from './house-style';
import type { SpellingCandidates } from './spelling-candidates';

/** How likely a person will agree; from medium on, four of five are expected to be right. */
export type Confidence = 'low' | 'medium' | 'high';

/** What a rule proposes about a passage. It becomes an annotation only when a person accepts it. */
export interface Suggestion extends Span {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly exact: string;
  /** The key of a tag of the default schema. */
  readonly tag: TagKey;
  readonly value: string | null;
  /** What the passage should read; null when the rule cannot tell, empty to delete it. */
  readonly correction: string | null;
  /** Other readings, the likeliest first. */
  readonly alternatives: readonly string[];
  /** One sentence for people. */
  readonly message: string;
  readonly confidence: Confidence;
  /** Equal for the repeats of one finding. */
  readonly group: string;
}

/** A list of the right words of one variety of English. */
export interface WordList {
  readonly variety: 'en-US' | 'en-GB';
  /** Whether a word as written is right; "Paris" is, "paris" is not. */
  readonly has: (word: string) => boolean;
}

export interface SuggestionSource {
  readonly title: string;
  readonly text: ArticleText;
}

/** What rules may lean on besides the text. All of it is optional: rules without their means find nothing. */
export interface SuggestionContext {
  readonly wordLists: readonly WordList[];
  readonly candidates: SpellingCandidates | null;
  readonly sources: readonly SuggestionSource[];
  /** Names as their bearers write them, "Ada Lind" or "Lind". */
  readonly knownNames: readonly string[];
  /** The day the article was or will be published, as "2025-03-06"; null where nobody has said. */
  readonly published: string | null;
  readonly houseStyle: HouseStyle;
  /** Rules switched on or off against their default, by id. */
  readonly switches: Readonly<Record<string, boolean>>;
}

/** What a rule finds, in UTF-16 units of the text. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly value?: string | null;
  readonly correction: string | null;
  readonly alternatives?: readonly string[];
  readonly message: string;
  readonly confidence: Confidence;
}

export interface Rule {
  readonly id: string;
  /** Goes up whenever the rule may find something else in the same text. */
  readonly version: number;
  readonly tag: TagKey;
  /** Whether it runs unless somebody switches it. */
  readonly on: boolean;
  readonly find: (analysis: Analysis, context: SuggestionContext) => Iterable<Finding>;
}
