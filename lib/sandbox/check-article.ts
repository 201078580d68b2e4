import { createHash } from 'node:crypto';
import { checkQuotations, type QuoteCheck } from '@/lib/quotes/check-quotations';
import type { HouseStyle } from '@/lib/suggestions/house-style';
import { suggest } from '@/lib/suggestions/suggest';
import type { Suggestion } from '@/lib/suggestions/suggestion';
import { createArticleText, sliceText, type ArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { loadWordLists } from '@/lib/word-lists/load-word-lists';

/** All that a check looks at, as plain data. */
export interface CheckInput {
  readonly text: string;
  readonly sources: readonly { readonly title: string; readonly text: string }[];
  readonly knownNames: readonly string[];
  /** The day of the article, as "2025-03-06"; null where nobody has said. */
  readonly published: string | null;
  readonly houseStyle: HouseStyle;
  /** Rules switched on or off against their default, by id. */
  readonly switches: Readonly<Record<string, boolean>>;
}

export interface HashedSuggestion extends Suggestion {
  /** SHA-256 of the rule, what it proposes and the words around it, 64 hex digits: the same finding in a later version has the same. */
  readonly hash: string;
  /** The same for all repeats of one finding. */
  readonly groupHash: string;
}

/** A quotation with its words and those of the passage that fits it best. */
export interface QuotedCheck extends QuoteCheck {
  readonly exact: string;
  /** Null where no source has it. */
  readonly passage: string | null;
}

export interface Checked {
  readonly suggestions: readonly HashedSuggestion[];
  readonly quotes: readonly QuotedCheck[];
}

/** Runs the rules and the quote check over an article. Takes what the texts take: to be done in a thread of its own. */
export function checkArticle({ text, sources, ...context }: CheckInput): Checked {
  const article = createArticleText(text);
  const read = sources.map(({ title, text: words }) => ({ title, text: createArticleText(words) }));
  const suggestions = suggest(article, { ...loadWordLists(), ...context, sources: read });
  const checks = checkQuotations(
    article,
    read.map((source) => source.text),
  );
  return {
    suggestions: suggestions.map((suggestion) => ({ ...suggestion, ...hashesOf(article, suggestion) })),
    quotes: checks.map((check) => ({
      ...check,
      exact: sliceText(article, check.quotation),
      passage:
        check.source === null || check.sourceSpan === null
          ? null
          : sliceText(read[check.source]!.text, check.sourceSpan),
    })),
  };
}

/** Code points of context that tell one place of a finding from another. */
const CONTEXT = 32;

function hashesOf(
  article: ArticleText,
  { ruleId, group, start, end }: Suggestion,
): Pick<HashedSuggestion, 'hash' | 'groupHash'> {
  const before = sliceText(article, span(Math.max(0, start - CONTEXT), start));
  const after = sliceText(article, span(end, Math.min(article.length, end + CONTEXT)));
  return { hash: sha256Of([ruleId, group, before, after]), groupHash: sha256Of([ruleId, group]) };
}

const sha256Of = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
