import { anchor } from '@/lib/annotation/anchor';
import { toCodePoint, type ArticleText } from '@/lib/text/article-text';
import { settleSpan } from '@/lib/text/graphemes';
import { codePoint, type CodeUnitOffset, type Span } from '@/lib/text/offsets';

export interface FoundQuotations {
  /** In text order; at most `FOUND_MAX`. */
  readonly spans: readonly Span[];
  /** False when nothing stands there word for word and these are the places that come nearest. */
  readonly exact: boolean;
}

export const FOUND_MAX = 50;

/** A quotation may be typed with other quotation marks, dashes, spaces and case than it is printed with. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛′`]/, "'"],
  [/[“”„‟″«»]/, '"'],
  [/[‐‑‒–—−]/, '-'],
];

interface Folded {
  readonly value: string;
  /** For each UTF-16 unit of `value`, and its end, the unit of the text it stands for. */
  readonly from: Uint32Array;
}

const remembered = new WeakMap<ArticleText, Folded>();

/** Where a typed quotation stands in the text; where it stands nowhere, the places that come nearest to it. */
export function findQuotation(text: ArticleText, typed: string): FoundQuotations {
  const wanted = fold(typed.trim()).value;
  if (wanted === '') return { spans: [], exact: true };
  const folded = remembered.get(text) ?? fold(text.value);
  remembered.set(text, folded);
  const spans: Span[] = [];
  for (
    let at = folded.value.indexOf(wanted);
    at >= 0;
    at = folded.value.indexOf(wanted, at + wanted.length)
  ) {
    const found = settleSpan(text, {
      start: toCodePoint(text, folded.from[at] as CodeUnitOffset),
      end: toCodePoint(text, folded.from[at + wanted.length] as CodeUnitOffset),
    });
    if (found) spans.push(found);
    if (spans.length === FOUND_MAX) break;
  }
  return spans.length > 0 ? { spans, exact: true } : { spans: findNearest(text, typed.trim()), exact: false };
}

function findNearest(text: ArticleText, exact: string): readonly Span[] {
  const found = anchor(text, {
    position: { type: 'TextPositionSelector', start: codePoint(0), end: codePoint(0) },
    quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
  });
  if (found.kind === 'ambiguous') return found.candidates;
  return found.kind === 'orphaned' ? [] : [found.span];
}

function fold(value: string): Folded {
  let out = '';
  const from = new Uint32Array(value.length * 3 + 1);
  let gap = false;
  for (let unit = 0; unit < value.length; unit += 1) {
    const character = value[unit]!;
    const blank = /\s/.test(character);
    if (!blank || !gap) {
      const piece = blank ? ' ' : foldCharacter(character);
      for (let i = 0; i < piece.length; i += 1) from[out.length + i] = unit;
      out += piece;
    }
    gap = blank;
  }
  from[out.length] = value.length;
  return { value: out, from };
}

function foldCharacter(character: string): string {
  if (character >= 'a' && character <= 'z') return character;
  const alike = ALIKE.find(([pattern]) => pattern.test(character));
  return alike ? alike[1] : character.toLowerCase();
}
