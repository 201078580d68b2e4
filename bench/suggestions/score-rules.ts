import { NO_HOUSE_STYLE } from '@/lib/suggestions/house-style';
import { RULES } from '@/lib/suggestions/rules';
import { suggest } from '@/lib/suggestions/suggest';
import type { Suggestion } from '@/lib/suggestions/suggestion';
import { createArticleText } from '@/lib/text/article-text';
import { countWords } from '@/lib/text/words';
import type { LoadedWordLists } from '@/lib/word-lists/load-word-lists';
import type { CheckedText, Place } from './read-corpus';

/** What a rule came to, from medium confidence on. */
export interface RuleScore {
  readonly ruleId: string;
  readonly on: boolean;
  /** Suggestions that stand on a labelled error or its counterpart. */
  right: number;
  /** Suggestions that stand on none, in texts with errors and in clean ones. */
  wrong: number;
  wrongInClean: number;
  /** Suggestions of low confidence, right and wrong. */
  lowRight: number;
  lowWrong: number;
}

export interface KindScore {
  readonly kind: string;
  found: number;
  missed: number;
}

export interface Scores {
  readonly rules: readonly RuleScore[];
  readonly kinds: readonly KindScore[];
  readonly words: number;
  readonly cleanWords: number;
}

/** Marking quotations is no finding of an error: they are scored with the quotations. */
const UNSCORED = ['quote', 'quote-speaker'];

/** Runs every rule, also those that are off, over texts with labelled errors and texts without any. */
export function scoreRules(
  errors: readonly CheckedText[],
  clean: readonly CheckedText[],
  lists: LoadedWordLists,
): Scores {
  const rules = new Map(
    RULES.map(({ id, on }) => [
      id,
      { ruleId: id, on, right: 0, wrong: 0, wrongInClean: 0, lowRight: 0, lowWrong: 0 },
    ]),
  );
  const kinds = new Map<string, KindScore>();
  const counted = { words: 0, cleanWords: 0 };
  for (const [text, isClean] of [
    ...errors.map((one) => [one, false]),
    ...clean.map((one) => [one, true]),
  ] as const) {
    const suggestions = suggestAll(text as CheckedText, lists);
    const labels = (text as CheckedText).errors;
    counted[isClean ? 'cleanWords' : 'words'] += countWords(createArticleText((text as CheckedText).text));
    for (const suggestion of suggestions) {
      const isRight = labels.some((error) =>
        [error, ...error.related].some((spot) => meets(suggestion, spot)),
      );
      count(rules.get(suggestion.ruleId)!, suggestion, isRight, isClean === true);
    }
    const sure = suggestions.filter(
      ({ confidence, ruleId }) => confidence !== 'low' && rules.get(ruleId)!.on,
    );
    for (const error of labels) {
      const kind = kinds.get(error.kind) ?? { kind: error.kind, found: 0, missed: 0 };
      kinds.set(error.kind, kind);
      const isFound = sure.some((one) => [error, ...error.related].some((spot) => meets(one, spot)));
      kind[isFound ? 'found' : 'missed'] += 1;
    }
  }
  const byName = [...kinds.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return {
    rules: [...rules.values()].filter(({ ruleId }) => !UNSCORED.includes(ruleId)),
    kinds: byName,
    ...counted,
  };
}

const suggestAll = (
  { text, sources, knownNames, published }: CheckedText,
  lists: LoadedWordLists,
): readonly Suggestion[] =>
  suggest(createArticleText(text), {
    ...lists,
    sources: sources.map(({ title, text: source }) => ({ title, text: createArticleText(source) })),
    knownNames,
    published,
    houseStyle: NO_HOUSE_STYLE,
    switches: Object.fromEntries(RULES.map(({ id }) => [id, !UNSCORED.includes(id)])),
  });

function count(score: RuleScore, { confidence }: Suggestion, isRight: boolean, isClean: boolean): void {
  if (confidence === 'low') score[isRight ? 'lowRight' : 'lowWrong'] += 1;
  else if (isRight) score.right += 1;
  else {
    score.wrong += 1;
    if (isClean) score.wrongInClean += 1;
  }
}

/** Whether two spans share a character. */
export const meets = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;
