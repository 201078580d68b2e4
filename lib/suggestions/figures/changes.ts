/** "from 10 to 12": what a number was and became. Places are in UTF-16 units of the sentence. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  /** How far rounding may have taken either. */
  readonly slack: readonly [number, number];
}

const HEDGE = String.raw`(?:(?:about|around|nearly|almost|some|roughly|just|just over|just under) )?`;
const NUMBER = String.raw`[$£€¥]?(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,4})?(?![\d/:]|-\d|(?:st|nd|rd|th)\b)[ -]?(thousand|million|billion|bn|m(?!\p{L})|%|per ?cent|[^\s\d,.;()]+)?`;
const FROM_TO = new RegExp(
  String.raw`\bfrom ${HEDGE}${NUMBER}(?: [\p{L}’'-]+){0,6},? to ${HEDGE}${NUMBER}`,
  'giu',
);
/** "to $600 million from $500 million", "at $46.20, up from $42": the later figure first. */
const TO_FROM = new RegExp(
  String.raw`\b(?:to|at|of) ${HEDGE}${NUMBER}(?: (?!from)[\p{L}’'-]+){0,4},?(?: (?:up|down))? from ${HEDGE}${NUMBER}`,
  'giu',
);
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
};

/** The changes that a sentence gives in figures. Years, days and hours change nothing. */
export function* changesIn(sentence: string): Generator<Change> {
  const found = [
    ...Array.from(sentence.matchAll(FROM_TO), (match) => ({ match, isTurned: false })),
    ...Array.from(sentence.matchAll(TO_FROM), (match) => ({ match, isTurned: true })),
  ].sort((a, b) => a.match.index - b.match.index);
  for (const { match, isTurned } of found) {
    const [, whole, fraction = '', unit = '', whole2, fraction2 = '', unit2 = ''] = match;
    const scale2 = SCALES[unit2.toLowerCase()] ?? 1;
    const scale = SCALES[unit.toLowerCase()] ?? (Number(whole) < 1_000 && scale2 > 1 ? scale2 : 1);
    const read = (digits: string, rest: string): number => Number(digits.replaceAll(',', '') + rest);
    const slack = (rest: string, by: number): number =>
      by > 1 ? 0.5 * by * 10 ** -Math.max(0, rest.length - 1) : 0;
    const [before, after] = [read(whole!, fraction) * scale, read(whole2!, fraction2) * scale2];
    if (isYear(before) || isYear(after) || /^(?:am|pm|a\.m|p\.m|o’clock)/iu.test(unit || unit2)) continue;
    if (MONTHS.test(unit) || MONTHS.test(unit2) || before <= 0 || after <= 0) continue;
    const slacks = [slack(fraction, scale), slack(fraction2, scale2)] as const;
    const place = { from: match.index, to: match.index + match[0].length };
    yield isTurned
      ? { ...place, before: after, after: before, slack: [slacks[1], slacks[0]] }
      : { ...place, before, after, slack: slacks };
  }
}

const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** Whether a number is likelier to be a year. */
export const isYear = (size: number): boolean => Number.isInteger(size) && size >= 1500 && size <= 2100;
