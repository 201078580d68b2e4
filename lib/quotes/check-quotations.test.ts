import { describe, expect, it } from 'vitest';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { checkQuotations } from './check-quotations';

const SOURCE = `The minutes of the harbour board. The board met on Tuesday.

We will not close the old bridge before winter, because three engineers have found that it is safe. Chairwoman Ada
Lind thanked Mr. Oke for 1,200 hours of work. "It was never in doubt," she added. Nobody has been told to leave the
quay. The café at Österby stays open too.`;

/** Each quotation as its verdict and its changes. */
const check = (article: string, ...sources: string[]): string[] => {
  const text = createArticleText(article);
  return checkQuotations(text, (sources.length > 0 ? sources : [SOURCE]).map(createArticleText)).map(
    ({ verdict, changes }) =>
      [
        verdict,
        ...changes.map(({ kind, printed, said, span }) => {
          expect(sliceText(text, span)).toBe(printed);
          return `${kind}: ${printed} ← ${said}`;
        }),
      ].join('; '),
  );
};

const CASES: Readonly<Record<string, readonly [article: string, ...checks: string[]]>> = {
  verbatim: ['😀 “We will not close the old bridge before winter,” she said.', 'found'],
  'marks, dashes and case apart': ['"NOBODY has been told — to leave the quay."', 'found'],
  'a contraction': ['“We won’t close the old bridge before winter.”', 'found'],
  'numbers in figures': ['“3 engineers have found that it is safe.”', 'found'],
  'a few words': ['It was “never in doubt”.', 'found'],
  'a few other words': ['It was “always in doubt”.', 'not found'],
  'something else': ['“The ferry has been sold to another town for scrap.”', 'not found'],
  negation: ['“We will close the old bridge before winter.”', 'altered; negation: will ← will not'],
  number: ['“four engineers have found that it is safe”', 'altered; number: four ← three'],
  'number in figures': ['“thanked Mr. Oke for 1,300 hours of work”', 'altered; number: 1,300 ← 1,200'],
  name: ['“Chairwoman Ada Lind thanked Mr. Brook for 1,200 hours”', 'altered; name: Brook ← Oke'],
  title: ['“Director Ada Lind thanked Mr. Oke for 1,200 hours”', 'altered; title: Director ← Chairwoman'],
  tense: ['“Nobody had been told to leave the quay.”', 'altered; tense or modal: had ← has'],
  'function word': ['“We will not close an old bridge before winter”', 'altered; function word: an ← the'],
  spelling: ['“three enginers have found that it is safe”', 'altered; spelling: enginers ← engineers'],
  diacritics: ['“The cafe at Österby stays open too.”', 'altered; spelling: cafe ← café'],
  omission: ['“We will not close the bridge before winter”', 'altered; omission: the ← the old'],
  'two that need the same word': [
    '“Well, nobody here has been told to leave the quay.”',
    'altered; insertion: Well, nobody here ← Nobody',
  ],
  insertion: ['“Nobody has been told to quietly leave the quay.”', 'altered; insertion: to quietly ← to'],
  wording: ['“We will not shut the old bridge before winter”', 'altered; wording: shut ← close'],
  'the first word': ['“They will not close the old bridge”', 'altered; function word: They ← We'],
  'the last word': ['“Nobody has been told to leave the harbour.”', 'altered; wording: harbour ← quay'],
  'two changes': [
    '“We will not shut the old bridge before summer”',
    'altered; wording: shut ← close; wording: summer ← winter',
  ],
  'joined over a function word': [
    '“Nobody has been asked to vacate the quay.”',
    'altered; wording: asked to vacate ← told to leave',
  ],
  'announced omission': ['“We will not close the […] bridge before winter”', 'found'],
  'announced by dots': ['“We will not close ... before winter, because three engineers”', 'found'],
  'stitched over sentences left out': [
    '“We will not close the old bridge before winter … Nobody had been told to leave the quay.”',
    'altered; tense or modal: had ← has',
  ],
  'missing at the start of a sentence': [
    '“Nobody has been told to leave the quay. Café at Österby stays open too.”',
    'altered; function word: Café ← The café',
  ],
  'put in at the start of a sentence': [
    '“Nobody has been told to leave the quay. Still the café at Österby stays open too.”',
    'altered; insertion: Still the ← The',
  ],
  'a sentence put in': [
    '“Nobody has been told to leave the quay. Not one of the 12 will go. The café at Österby stays open too.”',
    'altered; insertion:  Not one of the 12 will go. ← ',
  ],
  'a paragraph put in at the end': [
    '“Nobody has been told to leave the quay.\n\n“They met 12 times with others about.”',
    'altered; insertion: They met 12 times with others about ← ',
  ],
  'over the end of a sentence apart': [
    '“Nobody has been told to leave the harbour. A café at Österby stays open too.”',
    'altered; wording: harbour ← quay; function word: A ← The',
  ],
  'over a comma apart': [
    '“We will not close the old bridge before summer, since three engineers have found that it is safe.”',
    'altered; wording: summer ← winter; function word: since ← because',
  ],
  'an irregular verb': [
    '“three engineers have find that it is safe”',
    'altered; tense or modal: find ← found',
  ],
  'a day': ['“The board met on Friday.”', 'altered; wording: Friday ← Tuesday'],
  'a name a letter off': [
    '“Chairwoman Ada Lund thanked Mr. Oke for 1,200 hours”',
    'altered; name: Lund ← Lind',
  ],
  'a name among other words': [
    '“Chairwoman Ada Lind thanked everybody warmly for 1,200 hours of work.”',
    'altered; wording: everybody warmly ← Mr. Oke',
  ],
  'announced insertion': ['“Nobody has been told to leave the [northern] quay.”', 'found'],
  'announced replacement': ['“[Ada] Lind thanked Mr. Oke for [many] hours of work.”', 'found'],
  'over paragraphs': [
    '“Nobody has been told to leave the quay.\n\n“The café at Österby stays closed too.”',
    'altered; wording: closed ← open',
  ],
  'one inside another': ['“‘It was never in doubt,’ she added.”', 'found'],
};

describe('checkQuotations', () => {
  it.each(Object.entries(CASES))('%s', (_, [article, ...checks]) => {
    expect(check(article)).toEqual(checks);
  });

  it('begins where the words do, not where some of them stand before', () => {
    expect(
      check(
        '“I have looked at it in good light.”',
        'I am glad to have met you both. I have looked at it in bad light.',
      ),
    ).toEqual(['altered; wording: good ← bad']);
  });

  it('takes the source that fits best and says where', () => {
    const text = createArticleText('“The old bridge will stay open until the spring.”');
    const sources = [
      'The old bridge may stay open till the spring.',
      '😀 The old bridge will stay open until spring.',
    ];
    const [found] = checkQuotations(text, sources.map(createArticleText));
    expect(found).toMatchObject({ verdict: 'altered', source: 1 });
    expect(sliceText(createArticleText(sources[1]!), found!.sourceSpan!)).toBe(
      'The old bridge will stay open until spring',
    );
    expect(found!.shareVerbatim).toBeCloseTo(8 / 9);
  });

  it('finds nothing without sources, and nothing to check without quotations', () => {
    expect(check('“So it is,” she said.', '')).toEqual(['not found']);
    expect(check('Nothing is quoted.')).toEqual([]);
  });

  it('reads Russian, Hebrew and Chinese as well', () => {
    expect(check('«Мы не закроем старый мост»', 'Мы не закроем новый мост зимой.')[0]).toMatch(
      /^altered.*старый ← новый/,
    );
    expect(check('"לא נסגור את הגשר הישן"', 'לא נסגור את הגשר החדש')[0]).toMatch(/^altered/);
    expect(check('「我们不会关闭旧桥」', '我们不会关闭新桥。')[0]).toBe('altered; wording: 旧 ← 新');
  });

  it('is bounded for texts of repeated words and for long ones that share nothing', () => {
    const many = `“${'no '.repeat(3_000)}”`;
    expect(check(many, 'no '.repeat(30_000))).toEqual(['found']);
    const long = (letter: string): string =>
      Array.from({ length: 5_000 }, (_, n) => `${letter}${n}`).join(' ');
    expect(check(`“${long('a')}”`, long('b'))).toEqual(['not found']);
  });
});
