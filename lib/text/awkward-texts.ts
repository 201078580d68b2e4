import fc from 'fast-check';

/** Pieces of text that break careless offset arithmetic; for tests only. */
export const AWKWARD: Readonly<Record<string, string>> = {
  plain: 'Soyug-FG',
  space: ' ',
  'two spaces': '  ',
  'line end': '\n',
  'blank line': '\n \n',
  'no-break space': '\u00a0',
  sentence: 'It stood. Mr. Ash left the U.S. in 1998.',
  emoji: '😀',
  'family with joiners': '👩‍👩‍👧‍👦',
  'skin tone': '👍🏽',
  flag: '🇩🇪',
  'lone regional indicator': '🇩',
  keycap: '1️⃣',
  'combining mark': 'e\u0301',
  'stacked marks': 'Z̸͔͝',
  'loose mark': '\u0301',
  'Hangul syllable': '각',
  'Hangul jamo': '\u1100\u1161\u11a8',
  'Devanagari conjunct': 'क्ष',
  'Devanagari vowel sign': 'नि',
  Thai: 'กำ',
  Arabic: 'مرحبا',
  'Arabic number sign': '\u0600١',
  'Hebrew with points': 'שָׁלוֹם',
  'right-to-left mark': '\u200f',
  'joiner alone': '\u200d',
  'Han with full stop': '漢字。',
  'astral Han': '𠮷',
  Gothic: '𐌰𐌱',
  'byte order mark inside': 'a\ufeffb',
  quotation: '“No,” she said.',
  repeat: 'no, no, ',
};

const piece = fc.constantFrom(...Object.values(AWKWARD));

/** Texts of such pieces, mixed with whatever else fast-check finds. Well-formed, without NUL, with LF line ends. */
export const awkwardText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: piece },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join('').replace(/[\0\r]/g, ''))
  .filter((text) => text !== '' && text.isWellFormed());
