import type { ArticleText } from '@/lib/text/article-text';

/** Stands for a quotation mark, which an article turns and nests as it likes. */
const QUOTE = '\u0000';
const QUOTES = /["“”„‟＂'‘’‚‛«»‹›「」『』]/gu;
const APOSTROPHE = /['’]/u;

/** An opening single mark that nothing has closed, apostrophes inside words apart. */
const OPEN_SINGLE = /(?:^|[^\p{L}\p{M}\p{N}])['‘‚](?=\p{L})(?:[^'’]|(?<=\p{L})['’](?=\p{L}))*$/u;

/** How far back the partner of a single mark is looked for, in UTF-16 units. */
const LONGEST_NESTED = 200;

/** What closes or ends the word before it, and what opens the word behind it. */
const CLOSING = new RegExp(String.raw`^[\p{Pe}.,;:!?…'’%‰。、，！？；：${QUOTE}]*`, 'u');
const OPENING = new RegExp(String.raw`[\p{Ps}\p{Sc}¿¡#@${QUOTE}]*$`, 'u');

/** What stands between two words, in UTF-16 units of the text. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** As long as the gap itself, quotation marks blotted out. The apostrophe of "the boys’ house" is none. */
  readonly marks: string;
}

/** The gap `[from, to)` of a passage that begins at `since`. */
export function gapOf({ value }: ArticleText, from: number, to: number, since: number): Gap {
  const marks = value.slice(from, to).replace(QUOTES, (char, at: number) => {
    if (at > 0 || !APOSTROPHE.test(char) || !/s/iu.test(value.charAt(from - 1))) return QUOTE;
    const before = value.slice(Math.max(since, from - LONGEST_NESTED), from);
    return OPEN_SINGLE.test(before) ? QUOTE : char;
  });
  return { from, to, marks };
}

/** Whether two gaps say the same: quotation marks, the kind of dash and white space apart. */
export const areAlike = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (marks: string): string =>
  marks
    .replaceAll(QUOTE, '')
    .replace(/\s+/gu, '')
    .replace(/[-‐‑‒–—―−]+/gu, '-')
    .replaceAll('’', "'");

/** How much at the front of a gap belongs to the word before it. */
export const closingOf = (marks: string): number =>
  CLOSING.exec(marks)![0].replace(new RegExp(`${QUOTE}+$`, 'u'), '').length;

/** How much at the end of a gap belongs to the word behind it. */
export const openingOf = (marks: string): number =>
  OPENING.exec(marks)![0].replace(new RegExp(`^${QUOTE}+`, 'u'), '').length;

/** Brackets of a stretch that have no partner in it. */
export function looseBrackets(text: string): { readonly closing: number; readonly opening: number } {
  let closing = 0;
  let opening = 0;
  for (const [char] of text.matchAll(/[()]/gu)) {
    if (char === '(') opening += 1;
    else if (opening > 0) opening -= 1;
    else closing += 1;
  }
  return { closing, opening };
}
