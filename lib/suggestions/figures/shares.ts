import type { Amount } from './amounts';
import type { Quantity } from './quantities';

/** A share or a change that a sentence gives as a percentage or a fraction, with what it is a share of. */
export interface Share {
  readonly from: number;
  readonly to: number;
  /** In per cent. */
  readonly size: number;
  /** How far the true one may be from it. */
  readonly slip: number;
  /** Digits behind the point, and where the number ends, for writing it again; null for words. */
  readonly decimals: number | null;
  readonly numberTo: number;
  readonly says: 'rise' | 'fall' | 'change' | 'part';
}

const RISE = 'increase|rise|growth|jump|gain|more|higher|up|rose|grew|jumped|climbed|increased|surge|surged';
const FALL =
  'fall|drop|decline|decrease|cut|reduction|less|fewer|lower|down|fell|dropped|declined|decreased|discount|saving|loss|shrank';
const HEDGE = String.raw`(?: (?:a|an|about|around|more than|nearly|almost|some|just|over|under|roughly|exactly|only|by|of))*\s$`;
const BEFORE_RISE = new RegExp(String.raw`\b(?:${RISE})${HEDGE}`, 'iu');
const BEFORE_FALL = new RegExp(String.raw`\b(?:${FALL})${HEDGE}`, 'iu');
const BEFORE_CHANGE = /\b(?:changed?|moved?|by)(?: (?:about|around|nearly|almost|some|just))?\s$/iu;
const AFTER_RISE = new RegExp(String.raw`^ ?-?(?:\p{Ll}+ )?(?:${RISE})\b`, 'iu');
const AFTER_FALL = new RegExp(String.raw`^ ?-?(?:\p{Ll}+ )?(?:${FALL})\b`, 'iu');
const BEFORE_PART =
  /(?:,? or|\(|\(or|, that is,?|\b(?:turnout|share|majority|rate) of)(?: (?:about|around|nearly|almost|roughly|just (?:over|under)))?\s?$/iu;
const REACH = 44;

/** What a percentage says of the figures beside it; null where it says nothing of them. */
export function shareOf(value: string, item: Quantity): Share | null {
  const says = sense(value, item.from, item.to);
  if (!says || /^(?:age)? ?-?points?\b/u.test(value.slice(item.to, item.to + 12))) return null;
  const size = item.amount.value;
  return {
    ...{ from: item.from, to: item.to, size, says, decimals: item.decimals, numberTo: item.amount.to },
    slip: item.vague ? Math.max(2, size / 8) : Math.max(0.6, item.margin * 1.2),
  };
}

function sense(value: string, from: number, to: number): Share['says'] | null {
  const before = value.slice(Math.max(0, from - REACH), from);
  const after = value.slice(to, to + REACH);
  if (/^ of (?:the|its|their|all)\b/u.test(after) && !BEFORE_PART.test(before)) return null;
  if (BEFORE_RISE.test(before) || AFTER_RISE.test(after)) return 'rise';
  if (BEFORE_FALL.test(before) || AFTER_FALL.test(after)) return 'fall';
  if (BEFORE_PART.test(before)) return 'part';
  return BEFORE_CHANGE.test(before) ? 'change' : null;
}

const FRACTIONS: Readonly<Record<string, number>> = {
  'a half': 50,
  half: 50,
  'a third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'a sixth': 100 / 6,
  'an eighth': 12.5,
  'a tenth': 10,
};
const FRACTION = new RegExp(
  String.raw`(?<=\b(?:by|of) )(${Object.keys(FRACTIONS).join('|').replaceAll(' thirds', '[ -]thirds').replaceAll(' quarters', '[ -]quarters')})(?![\p{L}-])`,
  'giu',
);

/** Changes given as a fraction: "a cut of a third". */
export function fractionsIn(value: string, from: number, to: number): readonly Share[] {
  return Array.from(value.slice(from, to).matchAll(FRACTION)).flatMap(({ 0: written, index }): Share[] => {
    const [start, end] = [from + index, from + index + written.length];
    const says = sense(value, start, end);
    if (says === null || says === 'part') return [];
    const size = FRACTIONS[written.toLowerCase().replace('-', ' ')]!;
    return [{ from: start, to: end, size, slip: size / 8, decimals: null, numberTo: end, says }];
  });
}

/** What the two figures make, in per cent: of the larger for a part or a fall, of the smaller for a rise. */
export function sharesOf(a: Amount, b: Amount, says: Share['says']): readonly number[] {
  const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
  if (low <= 0 || low === high) return [];
  const [rise, fall] = [(100 * (high - low)) / low, (100 * (high - low)) / high];
  return { part: [(100 * low) / high], rise: [rise], fall: [fall], change: [rise, fall] }[says];
}
