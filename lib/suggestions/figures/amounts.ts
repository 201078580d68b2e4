/** A number in a text, in figures or words. Places are in UTF-16 units. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Half of the last place that was written: 0.05 for 3.2, 50,000 for 1.3 million. */
  readonly margin: number;
  /** Digits behind the point; null for a number in words or with a scale, which cannot be written again at will. */
  readonly decimals: number | null;
  /** "About", "more than" and the like before it. */
  readonly vague: boolean;
}

const UNITS: ReadonlyMap<string, number> = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen`
    .split(/\s+/)
    .map((word, at) => [word, at]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, 20 + 10 * at]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
  ['m', 1e6],
  ['bn', 1e9],
  ['tn', 1e12],
]);

const FIGURES =
  /(?<![\p{L}\p{N}.,:/_#]|[\p{L}\p{N}\p{M})\]’'"”-]-|(?<!\s|^|\()-)(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(?![\p{N}\p{M}]|[.,:/]\d|(?:st|nd|rd|th)(?!\p{L}))(?:[ \u00a0-]?(hundred|thousand|million|billion|trillion|bn|tn)(?!\p{L})|(m)(?![\p{L}/²]))?/gu;

const WORD = [...UNITS.keys(), ...TENS.keys(), 'hundred', 'thousand', 'million', 'billion', 'dozen'].join(
  '|',
);
const WORDS = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${WORD})(?:(?:[ -]|(?<=hundred|thousand|million) and )(?:${WORD})){0,9}(?![\p{L}\p{N}\p{M}])`,
  'giu',
);

const VAGUE =
  /\b(?:about|around|roughly|nearly|almost|some|over|under|approximately|estimated|least|most|up to|than|close to|as many as)\s(?:[$£€¥])?$|[~≈]\s?$/iu;
const REACH = 16;

/** The numbers of a text in order; parts of dates, codes and decimals with several points are none. */
export function amountsIn(value: string): readonly Amount[] {
  const found: Amount[] = [];
  for (const match of value.matchAll(FIGURES)) {
    const [written, whole = '', fraction = '', scaleWord, million] = match;
    const money = /[$£€¥]$/u.test(value.slice(Math.max(0, match.index - 1), match.index));
    const scale = money && million ? 1e6 : (SCALES.get(scaleWord ?? '') ?? 1);
    const decimals = Math.max(0, fraction.length - 1);
    found.push({
      from: match.index,
      to: match.index + written.length - (million && !money ? 1 : 0),
      value: Number(whole.replaceAll(',', '') + fraction) * scale,
      margin: 0.5 * scale * 10 ** -decimals,
      decimals: scale === 1 ? decimals : null,
      vague: isVague(value, match.index),
    });
  }
  const scales = new Set(found.map(({ to }) => to));
  for (const { 0: written, index } of value.matchAll(WORDS)) {
    // The "million" of "460 million" is no number of its own.
    const amount = scales.has(index + written.length) ? null : readWords(written.toLowerCase());
    if (amount === null) continue;
    found.push({
      ...{ from: index, to: index + written.length, value: amount, margin: 0.5, decimals: null },
      vague: isVague(value, index) || isRound(written.toLowerCase().split(/[ -]/)),
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** "Forty" and "a hundred" may be rounded, "forty-two" and "two hundred" hardly. */
const isRound = (words: readonly string[]): boolean => !UNITS.has(words[0]!) && !UNITS.has(words.at(-1)!);

const isVague = (value: string, from: number): boolean =>
  VAGUE.test(value.slice(Math.max(0, from - REACH), from));

/** "two hundred and five" → 205; null for words that make no number, as "nineteen eighty". */
function readWords(written: string): number | null {
  let total = 0;
  let open = 0;
  for (const word of written.split(/[ -]+/)) {
    const unit = UNITS.get(word);
    const ten = TENS.get(word);
    const scale = SCALES.get(word);
    if (unit !== undefined) {
      if (open % 10 !== 0 || (open % 100 !== 0 && (open % 100 < 20 || unit > 9))) return null;
      open += unit;
    } else if (ten !== undefined) {
      if (open % 100 !== 0) return null;
      open += ten;
    } else if (scale === 100 || scale === 12) open = Math.max(1, open) * scale;
    else if (scale !== undefined) {
      total += Math.max(1, open) * scale;
      open = 0;
    }
  }
  return total + open;
}
