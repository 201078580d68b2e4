import { beforeAll, describe, expect, test } from 'vitest';
import { loadWordLists } from '@/lib/word-lists/load-word-lists';
import { readCorpus } from './read-corpus';
import { scoreQuotes, type QuoteScores } from './score-quotes';
import { scoreRules, type Scores } from './score-rules';

let scores: Scores;
let quotes: QuoteScores;
beforeAll(() => {
  const corpus = readCorpus();
  scores = scoreRules(corpus.errors, corpus.clean, loadWordLists());
  quotes = scoreQuotes(corpus.quotes);
}, 120_000);

describe('on the corpus', () => {
  test('every rule that is on is right four times out of five, from medium confidence on', () => {
    const wrong = scores.rules.filter(
      ({ on, right, wrong: false_ }) => on && right + false_ > 0 && right / (right + false_) < 0.8,
    );
    expect(wrong).toEqual([]);
  });

  test('at most five alarms in a thousand words of clean text are false', () => {
    const wrong = scores.rules
      .filter(({ on }) => on)
      .reduce((sum, { wrongInClean }) => sum + wrongInClean, 0);
    expect((1_000 * wrong) / scores.cleanWords).toBeLessThanOrEqual(5);
  });

  test('nine of ten altered words of quotations stand inside a change', () => {
    expect(quotes.wordsFound / quotes.words).toBeGreaterThanOrEqual(0.9);
  });
});
