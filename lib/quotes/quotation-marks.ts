import type { MarkFamily } from './quotation';

export interface QuotationMark {
  readonly char: string;
  readonly unit: number;
  readonly family: MarkFamily;
  /** Which way the character itself points; straight marks and those that languages use both ways point neither way. */
  readonly points: 'open' | 'close' | 'either';
  /** Which way its neighbours say it points: a word begins behind it, a word ends before it, both or neither. */
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
}

const FAMILIES: Readonly<Record<string, readonly [MarkFamily, QuotationMark['points']]>> = {
  '"': ['double', 'either'],
  '“': ['double', 'open'],
  '”': ['double', 'close'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '＂': ['double', 'either'],
  "'": ['single', 'either'],
  '‘': ['single', 'open'],
  '’': ['single', 'close'],
  '‚': ['single', 'open'],
  '‛': ['single', 'open'],
  '«': ['angle', 'either'],
  '»': ['angle', 'either'],
  '‹': ['single angle', 'either'],
  '›': ['single angle', 'either'],
  '「': ['corner', 'open'],
  '」': ['corner', 'close'],
  '『': ['white corner', 'open'],
  '』': ['white corner', 'close'],
};

/** The marks that close what each mark opens; the first is the usual one. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '"': ['"'],
  '“': ['”'],
  '”': ['”'],
  '„': ['“', '”', '‟', '"'],
  '‟': ['”'],
  '＂': ['＂'],
  "'": ["'"],
  '‘': ['’'],
  '’': ['’'],
  '‚': ['‘', '’'],
  '‛': ['’'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹', '›'],
  '「': ['」'],
  '『': ['』'],
};

export const closersOf = (opening: string): readonly string[] => CLOSERS[opening] ?? [opening];

/** The usual mark before what a closing mark closes. */
export const openerOf = (closing: string): string =>
  closing === '”' ? '“' : closing === '’' ? '‘' : closing === '»' ? '«' : closing === '›' ? '‹' : closing;

const MARK = /["“”„‟＂'‘’‚‛«»‹›「」『』]/gu;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/“„‟‘‚«‹"'¿¡「『]/u;
const AFTER_CLOSING = /[\s.,;:!?…)\]}—–\-/”’»›"'。、」』]/u;
/** Words that begin with an apostrophe for letters left out. */
const ELISION = /^(?:\d\ds?\b|(?:tis|twas|twere|em|cause|til|till|n|bout|round|cos)\b)/iu;

export const isElision = (line: string, unit: number): boolean =>
  ELISION.test(line.slice(unit + 1, unit + 8));

/** All marks of a line, those inside words (apostrophes) and those of feet and inches left out. */
export function marksIn(line: string): readonly QuotationMark[] {
  const marks: QuotationMark[] = [];
  for (const { 0: char, index: unit } of line.matchAll(MARK)) {
    const [family, points] = FAMILIES[char]!;
    const before = line.charAt(unit - 1);
    const after = line.charAt(unit + 1);
    const single = family === 'single';
    if (WORD.test(before) && WORD.test(after) && (single || points === 'either')) continue;
    if (single && points !== 'open' && isElision(line, unit)) continue;
    const beginsWord = (before === '' || BEFORE_OPENING.test(before)) && after !== '' && !/\s/u.test(after);
    const endsWord = (after === '' || AFTER_CLOSING.test(after)) && before !== '' && !/\s/u.test(before);
    marks.push({ char, unit, family, points, beginsWord, endsWord });
  }
  return marks;
}
