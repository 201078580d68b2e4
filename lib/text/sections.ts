import type { ArticleText } from './article-text';
import { paragraphsOf } from './paragraphs';

/** A run of whole paragraphs, a few screens high, that is laid out and painted together. */
export interface Section {
  /** Indexes into `paragraphsOf(text)`, half-open. */
  readonly first: number;
  readonly end: number;
  /** How many lines it will take in a column of `COLUMN` letters. */
  readonly lines: number;
}

/** Letters of average width that fit into a line of the article's column. */
const COLUMN = 78;

/** A section ends with the paragraph that brings it to so many lines: about four screens. */
const SECTION_LINES = 110;

/** Up to so many UTF-16 units a browser lays a text out faster whole than in parts. */
const LONG = 200_000;

/** The same for so many paragraphs, however short: each is laid out by itself. */
const MANY = 2_000;

/** Whether a text is so long that its far sections should not be laid out before they are come to. */
export const isLong = (text: ArticleText): boolean =>
  text.value.length > LONG || paragraphsOf(text).length > MANY;

/** The sections of a text, in order, none empty. A paragraph longer than a section is one by itself. O(n). */
export function sectionsOf(text: ArticleText): readonly Section[] {
  const paragraphs = paragraphsOf(text);
  const sections: Section[] = [];
  let first = 0;
  let lines = 0;
  for (const [index, { unitStart, unitEnd }] of paragraphs.entries()) {
    const own = Math.max(1, Math.ceil(lettersIn(text.value, unitStart, unitEnd) / COLUMN));
    if (lines > 0 && lines + own > SECTION_LINES) {
      sections.push({ first, end: index, lines });
      first = index;
      lines = 0;
    }
    lines += own;
  }
  if (lines > 0) sections.push({ first, end: paragraphs.length, lines });
  return sections;
}

/** Widths summed, in average letters: an ideograph or emoji counts twice, what stands on another character nothing. */
function lettersIn(value: string, from: number, to: number): number {
  let letters = 0;
  for (let unit = from; unit < to; unit += 1) {
    const code = value.charCodeAt(unit);
    if (code < 0x300) letters += 1;
    else if (WIDE.test(value[unit]!)) letters += 2;
    else if (!ON_ANOTHER.test(value[unit]!)) letters += 1;
  }
  return letters;
}

/** By UTF-16 unit: a high surrogate stands for the whole of its character. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\ud800-\udbff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;
const ON_ANOTHER = /[\p{M}\u200b-\u200f\udc00-\udfff]/u;
