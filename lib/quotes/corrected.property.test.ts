import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createArticleText, sliceText, toCodeUnit } from '@/lib/text/article-text';
import { isBoundary } from '@/lib/text/grapheme-boundaries';
import { checkQuotations, type QuoteCheck } from './check-quotations';
import { comparableWords } from './comparable-words';

/** The one quotation of an article with all its changes made, and what the check said of it. */
function correct(article: string, source: string): { readonly text: string; readonly check: QuoteCheck } {
  const text = createArticleText(article);
  const [check] = checkQuotations(text, [createArticleText(source)]);
  let corrected = '';
  let from = 0;
  for (const { span, said, printed } of check!.changes) {
    expect(span.start).toBeGreaterThanOrEqual(from);
    expect(span.end).toBeGreaterThan(span.start);
    expect(sliceText(text, span)).toBe(printed);
    expect(isBoundary(text.value, toCodeUnit(text, span.start))).toBe(true);
    expect(isBoundary(text.value, toCodeUnit(text, span.end))).toBe(true);
    corrected += [...article].slice(from, span.start).join('') + said;
    from = span.end;
  }
  return { text: corrected + [...article].slice(from).join(''), check: check! };
}

const SOURCE = `The Administrator and the General Director noted speculation about the decision of Roscosmos to establish a
commission for the Soyuz (MS-09 / 55S) spacecraft currently docked. They plan to meet on or about Oct. 11 (a Thursday),
with the ill-fated well-known crew. “It was never in doubt,” she told the boys’ teacher in the café.`;

const CASES: Readonly<Record<string, readonly [printed: string, corrected: string]>> = {
  'a bracket behind missing words': [
    'for the Soyuz (MS-09 / 55S) currently docked',
    'for the Soyuz (MS-09 / 55S) spacecraft currently docked',
  ],
  'a bracket at the end': [
    'a commission for the Soyuz (MS-09 / 55S thing)',
    'a commission for the Soyuz (MS-09 / 55S) spacecraft',
  ],
  'brackets that the source has not': [
    'the General Director noted (wild rumours) about the decision',
    'the General Director noted speculation about the decision',
  ],
  'a bracket of which one stands outside': [
    'the General (Director found) speculation about the decision',
    'the General Director noted speculation about the decision',
  ],
  'the capitals of a word beside a change': [
    'the Administrator and the general director took note of speculation',
    'the Administrator and the General Director noted speculation',
  ],
  'an apostrophe that belongs to what goes': [
    'speculation about Roscosmos’ decision to establish a commission',
    'speculation about the decision of Roscosmos to establish a commission',
  ],
  'an apostrophe that belongs to what comes': [
    'she told the teacher in the café',
    'she told the boys’ teacher in the café',
  ],
  'the stop of an abbreviation': [
    'They plan to meet around October 11',
    'They plan to meet on or about Oct. 11',
  ],
  'a hyphen': [
    'They plan to meet on or about Oct. 11 (a Thursday), with the known crew',
    'They plan to meet on or about Oct. 11 (a Thursday), with the ill-fated well-known crew',
  ],
  'marks of what was put in': ['They plan, they say, to meet on or about', 'They plan to meet on or about'],
  'quotation marks without their partner': [
    'It was never in question she told the boys’ teacher',
    'It was never in doubt, she told the boys’ teacher',
  ],
};

describe('all changes of a quotation together give the source', () => {
  it.each(Object.entries(CASES))('%s', (_, [printed, corrected]) => {
    expect(correct(`He wrote “${printed}.”`, SOURCE).text).toBe(`He wrote “${corrected}.”`);
  });
});

/** Words of their own each, so that there is one way to lay the texts side by side. */
const WORDS =
  `harbour Österby cafe\u0301 Roscosmos ferry bridge שלום мост naïve winter council Lind paper lantern
engine silver Oke garden orchard violin quarry meadow signal copper`.split(/\s+/);
const OTHERS = `tunnel Soyuz résumé Brook barrel עולם река candle Lund timber compass Hansen`.split(/\s+/);

const between = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '; ', ' — ', '-', ': ', '! ');
type Deed = 'keep' | 'drop' | 'swap' | 'add';
const deeds = fc.constantFrom<Deed>('keep', 'keep', 'keep', 'keep', 'drop', 'swap', 'add');

interface Pair {
  readonly source: string;
  readonly printed: string;
}

/** A source, and what became of it: where a word goes, its mark goes or stays; new ones bring their own. */
const pairs = fc
  .record({
    words: fc.shuffledSubarray(WORDS, { minLength: 14 }),
    others: fc.shuffledSubarray(OTHERS, { minLength: OTHERS.length }),
    gaps: fc.array(between, { minLength: WORDS.length, maxLength: WORDS.length }),
    news: fc.array(between, { minLength: WORDS.length, maxLength: WORDS.length }),
    deeds: fc.array(deeds, { minLength: WORDS.length, maxLength: WORDS.length }),
    bracket: fc.option(fc.tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 0, max: 3 }))),
  })
  .map(({ words, others, gaps, news, deeds: plan, bracket }): Pair => {
    const parts = words.map((word, at) => {
      const opens = bracket?.[0] === at ? '(' : '';
      const closes = bracket && bracket[0] + bracket[1] === at ? ')' : '';
      const gap = at === words.length - 1 ? '' : closes && gaps[at] === '-' ? ' ' : gaps[at]!;
      return { opens, word, closes, gap: bracket?.[0] === at + 1 && gap === '-' ? ' ' : gap };
    });
    const source = parts.map(({ opens, word, closes, gap }) => opens + word + closes + gap).join('');
    let swaps = 0;
    const printed = parts.map(({ opens, word, closes, gap }, at) => {
      const deed = at < 3 || at > words.length - 4 || swaps === 5 ? 'keep' : plan[at]!;
      if (deed === 'keep') return opens + word + closes + gap;
      const other = others[swaps]!;
      swaps += 1;
      if (deed === 'drop') return opens + (closes && `${closes} `);
      if (deed === 'swap') return opens + other + closes + news[at]!;
      return opens + word + closes + news[at]! + other + gap;
    });
    return { source, printed: printed.join('') };
  });

const level = (text: string): string => text.replace(/[–—]/gu, '-').replace(/\s+/gu, '');

test('words, case and marks are those of the source wherever something was changed', () => {
  fc.assert(
    fc.property(pairs, ({ source, printed }) => {
      fc.pre(!/[([]\W*$|\(\s*\)/u.test(printed));
      const { text } = correct(`“${printed}”`, source);
      expect(level(text)).toBe(level(`“${source}”`));
    }),
    { numRuns: 150 },
  );
});

const FEW = [
  'the',
  'The',
  'old',
  'bridge',
  'boys’',
  'cafe\u0301',
  '12',
  'don’t',
  'Lind',
  'well-known',
  '“never”',
  '(so)',
  '👩‍🚒',
  'ทำ',
];
const loose = fc
  .array(fc.tuple(fc.constantFrom(...FEW), fc.constantFrom(' ', ', ', '. ', ' — ', ') ', ' (')), {
    minLength: 5,
    maxLength: 25,
  })
  .map((list) => list.flat().join('').trim());

test('what was corrected has no change left in the same source', () => {
  fc.assert(
    fc.property(fc.oneof(pairs, fc.record({ source: loose, printed: loose })), ({ source, printed }) => {
      const article = `“${printed.replace(/[“”]/gu, '')}”`;
      const [before] = checkQuotations(createArticleText(article), [createArticleText(source)]);
      fc.pre(before !== undefined && before.verdict === 'altered');
      const { text, check } = correct(article, source);
      const [again] = checkQuotations(createArticleText(text), [createArticleText(source)]);
      expect([again!.verdict, ...again!.changes]).toEqual(['found']);
      const words = (value: string): string =>
        comparableWords(createArticleText(value), 0, value.length)
          .map(({ key }) => key)
          .join(' ');
      expect(words(source)).toContain(words(text));
      expect(words(sliceText(createArticleText(source), check.sourceSpan!))).toBe(words(text));
    }),
    { numRuns: 150 },
  );
});
