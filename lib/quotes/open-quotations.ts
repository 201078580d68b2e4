import { closersOf, isElision, type QuotationMark } from './quotation-marks';

/** A quotation that has begun, in UTF-16 units of the text. */
export interface OpenQuotation {
  readonly mark: QuotationMark;
  readonly unit: number;
  readonly depth: number;
  /** Finished parts, one for each paragraph that was run through. */
  readonly parts: { readonly from: number; readonly to: number }[];
  /** Where the part in the present paragraph begins. */
  from: number;
}

/** Quotations in quotations go no deeper than this; further opening marks are passed over. */
export const MOST_OPEN = 6;

/** What a mark does, given the quotations that are open where it stands. */
export type MarkRole = 'opens' | 'closes' | 'nothing' | 'unopened';

/**
 * The character and its neighbours decide, in that order of weight: a curly mark that points one way while a word
 * begins or ends the other way was typed the wrong way round. Straight marks with the same neighbour on both sides
 * close what is open, else open.
 */
export function roleOf(
  mark: QuotationMark,
  open: readonly OpenQuotation[],
  laterCloser: boolean,
  line: string,
): MarkRole {
  const partner = open.findLast((one) => one.mark.family === mark.family);
  if (mark.family === 'single') return roleOfSingle(mark, partner, laterCloser, line);
  if (mark.family === 'angle' || mark.family === 'single angle') return roleOfAngle(mark, partner);
  if (mark.beginsWord && !mark.endsWord) return 'opens';
  if (mark.endsWord && !mark.beginsWord)
    return partner ? 'closes' : isMeasure(mark, line) ? 'nothing' : 'unopened';
  if (mark.points === 'open')
    return partner && closersOf(partner.mark.char).includes(mark.char) ? 'closes' : 'opens';
  if (mark.points === 'close') return partner ? 'closes' : 'unopened';
  return partner ? 'closes' : mark.endsWord ? 'nothing' : 'opens';
}

/** Feet and inches, minutes and seconds: 6′ written 6'. */
const isMeasure = (mark: QuotationMark, line: string): boolean =>
  mark.points === 'either' && /\d$/.test(line.slice(Math.max(0, mark.unit - 1), mark.unit));

/** A single mark is an apostrophe unless it has a partner; one that only opens may find it in the next paragraph. */
function roleOfSingle(
  mark: QuotationMark,
  partner: OpenQuotation | undefined,
  laterCloser: boolean,
  line: string,
): MarkRole {
  if (mark.beginsWord && !mark.endsWord && mark.points !== 'close') {
    if (partner) return 'nothing';
    return laterCloser || (mark.points === 'open' && !isElision(line, mark.unit)) ? 'opens' : 'nothing';
  }
  if (!partner || !mark.endsWord) return 'nothing';
  return isPossessive(mark, line) && laterCloser ? 'nothing' : 'closes';
}

/** "the boys’ house": an s before, a word after. */
const isPossessive = ({ unit }: QuotationMark, line: string): boolean =>
  /s/iu.test(line.charAt(unit - 1)) && /^\s\p{L}/u.test(line.slice(unit + 1, unit + 4));

/** «so», « so », »so« and ›so‹: the first of a pair says which way round a text uses them. */
function roleOfAngle(mark: QuotationMark, partner: OpenQuotation | undefined): MarkRole {
  if (partner) return closersOf(partner.mark.char).includes(mark.char) ? 'closes' : 'opens';
  if (mark.char === '«' || mark.char === '‹') return mark.endsWord && !mark.beginsWord ? 'unopened' : 'opens';
  return mark.beginsWord && !mark.endsWord ? 'opens' : 'unopened';
}
