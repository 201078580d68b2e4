export const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** A month's name, written out or abbreviated, as part of a pattern. */
export const MONTH = `(?:${MONTH_NAMES.join('|')})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?`;

/** 1 to 12 for a month's name in any of its forms; 0 for anything else. */
const monthNumber = (name: string): number =>
  MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase().slice(0, 3))) + 1;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The days of a month, 1 to 12; February has 29 where the year is not told. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2) return year === null || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The weekday of a date of the Gregorian calendar, 0 for Sunday (Sakamoto’s method). */
export function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}

/** A day named in a text. Places are in UTF-16 units. */
export interface TextDate {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  /** No calendar has it. */
  readonly impossible: boolean;
}

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,? (\d{4})(?!\d))?`;
const PATTERNS = [
  {
    pattern: new RegExp(String.raw`(?<![\p{N}.,])${DAY} (?:of )?(${MONTH})${YEAR}(?![\p{L}\p{N}])`, 'gu'),
    order: [1, 2, 3],
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(${MONTH}) ${DAY}${YEAR}(?![\p{L}\p{N}])(?!,\d)`, 'gu'),
    order: [2, 1, 3],
  },
  { pattern: /(?<![\p{N}-])(\d{4})-(\d{2})-(\d{2})(?![\p{N}-])/gu, order: [3, 2, 1] },
] as const;

/**
 * The days a text names, in order: "6 June 2018", "June 6, 2018", "6th of June", "2018-06-06". "May 40" is no
 * impossible day but a person or a guess, so days beyond 39 are passed over.
 */
export function datesIn(value: string): readonly TextDate[] {
  const dates: TextDate[] = [];
  for (const { pattern, order } of PATTERNS) {
    for (const match of value.matchAll(pattern)) {
      const [day, month, year] = order.map((group) => match[group]);
      const number = /^\d/.test(month!) ? Number(month) : monthNumber(month!);
      if (number < 1 || number > 12 || Number(day) > 39) continue;
      const told = year === undefined ? null : Number(year);
      const impossible = Number(day) < 1 || Number(day) > daysIn(number, told);
      const to = match.index + match[0].length;
      dates.push({ from: match.index, to, day: Number(day), month: number, year: told, impossible });
    }
  }
  return dates
    .sort((a, b) => a.from - b.from)
    .filter((date, at, all) => at === 0 || date.from >= all[at - 1]!.to);
}
