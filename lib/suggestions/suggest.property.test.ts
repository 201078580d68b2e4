import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { awkwardText } from '@/lib/text/awkward-texts';
import { isBoundary } from '@/lib/text/grapheme-boundaries';
import { toCodeUnit } from '@/lib/text/article-text';
import { exampleContext } from './example-context';
import { RULES } from './rules';
import { suggest } from './suggest';
import { applySuggestion } from './testing';

const SOURCE =
  'We will not close the old bridge before winter. We closed the old bridge after 23 winters for £6.2 million. Chairwoman Ada Lind thanked Piotr Harmsen.';
const everyRule = exampleContext({
  sources: [SOURCE],
  knownNames: ['Piotr Harmsen'],
  switches: Object.fromEntries(RULES.map(({ id }) => [id, true])),
});

/** What reports speak of, put together at random, with whatever breaks offsets between. */
const piece = fc.constantFrom(
  ...[
    '“',
    '”',
    '"',
    "'",
    ' “We will close the old bridge before winter,” she said. ',
    '. .',
    ' ,',
    ',word',
    '  ',
  ],
  ...[
    'Harmsen ',
    'Harmssen ',
    'Volta-FG ',
    'Vollta-FG ',
    'MS -09 ',
    'MS-09 ',
    'the the ',
    'brigde ',
    'closed ',
    'Feburary ',
    '. Feburary 6 ',
    'Wendesday ',
  ],
  ...['Piotr Harmssen. ', 'Guðrún ', 'Gudrun ', 'Lev-Tov ', 'Levtov ', 'Lev Tov. ', 'Lev-Tovv, '],
  ...[
    'on Monday, 6 June 2018, ',
    'June 31 ',
    'three members: Ada, Paul and Anna. ',
    'rose 50 percent from 10 to 12. ',
    '12 km (9 miles) ',
    'We closed the old bridge after 32 winters for £2.6 million. ',
    'The old bridge cost £2.9 million at 7.30pm. ',
    '£900: £300 here, £400 there and £100 at home. ',
    'from 1990, for six years, until 1999. ',
    '40% by tram, 30% by bus and 20% on foot. ',
    'of the 40 members, 12, or 40%, ',
    'two towns, Oldra, Vale and Harmsen. ',
  ],
  ...[
    'Oldra River Board ',
    'oldra river board ',
    'President Lind ',
    'Chairman Ada Lind ',
    'Chancellor Lind ',
    '5 km ',
    '6 km ',
    '. ',
    '\n',
  ],
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: awkwardText }), { maxLength: 25 })
  .map((pieces) => pieces.join(''));

/** The same texts each time, unless others are asked for: each rule has texts that it cannot be content with. */
const SEED = Number(process.env['GALLEY_TEST_SEED'] ?? 20_181);

describe('suggest', () => {
  it('says what stands at each place, in order, and never cuts a character', () => {
    fc.assert(
      fc.property(text, (value) => {
        const article = createArticleText(value);
        let last = 0;
        for (const suggestion of suggest(article, everyRule)) {
          expect(sliceText(article, suggestion)).toBe(suggestion.exact);
          expect(suggestion.exact).not.toBe('');
          expect(suggestion.correction).not.toBe(suggestion.exact);
          expect(suggestion.alternatives).not.toContain(suggestion.correction);
          expect(isBoundary(value, toCodeUnit(article, suggestion.start))).toBe(true);
          expect(isBoundary(value, toCodeUnit(article, suggestion.end))).toBe(true);
          expect(suggestion.start).toBeGreaterThanOrEqual(last);
          last = suggestion.start;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says nothing twice', () => {
    fc.assert(
      fc.property(text, (value) => {
        const said = suggest(createArticleText(value), everyRule).map(
          ({ ruleId, start, end, correction }) => `${ruleId} ${start} ${end} ${correction}`,
        );
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(text, (value) => {
        const once = suggest(createArticleText(value), everyRule);
        expect(suggest(createArticleText(value), everyRule)).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it.each(RULES.map(({ id }) => id))('%s is content with its own corrections', (id) => {
    fc.assert(
      fc.property(text, (value) => {
        const context = {
          ...everyRule,
          switches: Object.fromEntries(RULES.map((rule) => [rule.id, rule.id === id])),
        };
        const before = suggest(createArticleText(value), context);
        const first = before.find(({ correction }) => correction !== null);
        // Where two findings share words, the second is still there when the first is gone.
        if (!first || before.some((other) => other !== first && meets(other, first))) return;
        const end = first.start + [...first.correction!].length;
        const again = suggest(createArticleText(applySuggestion(value, first)), context);
        expect(again.filter((other) => meets(other, { start: first.start, end }))).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });

  const LONG: Readonly<Record<string, string>> = {
    'one long line': 'The board met at the brigde . '.repeat(3_000),
    'a word without end': 'x'.repeat(100_000),
    'a capital without end': 'X'.repeat(100_000),
    'nothing but quotation marks': '“”"‘’'.repeat(20_000),
    'nothing but opening marks': '“a '.repeat(30_000),
    'nothing but stops': '. '.repeat(50_000),
    'nothing but spaces': ' '.repeat(100_000),
    'nothing but hyphens': 'A- '.repeat(30_000),
    'nothing but figures': '1 '.repeat(50_000),
    'capitalised words, all different': Array.from({ length: 100_000 }, (_, n) => capitalised(n)).join(' '),
    'capitalised words, all the same': 'Harmsen '.repeat(100_000),
    emoji: '👩‍👩‍👧'.repeat(20_000),
  };

  it.each(Object.entries(LONG))('is bounded: %s', (_, value) => {
    expect(suggest(createArticleText(value), everyRule).length).toBeLessThanOrEqual(RULES.length * 1_000);
  });
});

const meets = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** A word for each number: a capital and small letters. */
function capitalised(n: number): string {
  let word = '';
  for (let rest = n + 26 ** 4; rest > 0; rest = Math.floor(rest / 26))
    word += String.fromCharCode(97 + (rest % 26));
  return word.charAt(0).toUpperCase() + word.slice(1);
}
