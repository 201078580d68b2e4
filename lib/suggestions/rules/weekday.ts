import { datesIn, WEEKDAYS, weekdayOf, type TextDate } from '../dates';
import type { Analysis } from '../analysis';
import type { Finding, Rule, SuggestionContext } from '../suggestion';
import { nearestYear } from '../years';

const BEFORE = new RegExp(String.raw`\b(${WEEKDAYS.join('|')})(?:,? (?:the )?|, on )$`, 'u');
const AFTER = new RegExp(String.raw`^(?:, (?:a )?| \()(${WEEKDAYS.join('|')})\b`, 'u');
const REACH = 24;

/** A weekday beside a date that fell on another; where no year can be told, one that does not go with the others. */
export const weekday: Rule = {
  id: 'weekday',
  version: 2,
  tag: 'fact',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const { value } = analysis;
    const dates = datesIn(value);
    const unsure: Pair[] = [];
    for (const date of dates) {
      const named = findWeekday(value, date);
      if (!named || date.impossible) continue;
      const years = yearsOf(date, dates, analysis, context);
      if (years.length === 0) unsure.push({ date, ...named });
      const days = years.map((year) => WEEKDAYS[weekdayOf(year, date.month, date.day)]!);
      const [right] = days;
      if (right === undefined || days.includes(named.name)) continue;
      yield {
        from: named.from,
        to: named.from + named.name.length,
        value: 'date or time',
        correction: right,
        message: `${value.slice(date.from, date.to)}${date.year === null ? `, in ${years[0]},` : ''} was a ${right}.`,
        confidence: date.year === null ? 'medium' : 'high',
      };
    }
    yield* oddOnes(value, unsure);
  },
};

interface Named {
  readonly name: (typeof WEEKDAYS)[number];
  readonly from: number;
}

interface Pair extends Named {
  readonly date: TextDate;
}

function findWeekday(value: string, { from, to }: TextDate): Named | null {
  const lead = value.slice(Math.max(0, from - REACH), from);
  const before = BEFORE.exec(lead);
  if (before) return { name: before[1] as Named['name'], from: from - lead.length + before.index };
  const after = AFTER.exec(value.slice(to, to + REACH));
  return after && { name: after[1] as Named['name'], from: to + after[0].length - after[1]!.length };
}

/**
 * The years that a date may be of, the likeliest first: its own; that of the same day elsewhere in the text; the only
 * one the text's dates have, and the one that brings it next to the day of publication.
 */
function yearsOf(
  date: TextDate,
  dates: readonly TextDate[],
  { value }: Analysis,
  { published }: SuggestionContext,
): readonly number[] {
  if (date.year !== null) return [date.year];
  const told = dates.flatMap(({ year }) => (year === null ? [] : [year]));
  const same = dates.find(
    ({ day, month, year }) => year !== null && day === date.day && month === date.month,
  );
  if (same) return [same.year!];
  const [only, more] = new Set(told);
  const near = published === null ? [] : [nearestYear(published, date.month, date.day)];
  // "Next year", "a year ago": then it is no day near the publication.
  const around = value.slice(Math.max(0, date.from - REACH), date.to + REACH);
  const moved = /\b(?:last|next|that|previous|following) year|years? (?:ago|later|earlier|before)\b/iu.test(
    around,
  );
  return [...(moved ? [] : near), ...(only !== undefined && more === undefined ? [only] : [])];
}

/** Days of so few months apart are taken to be of one year. */
const MOST_MONTHS_APART = 2;

/** Of weekdays whose year is unknown those that cannot be of the same one as the others; of two the later. */
function* oddOnes(value: string, pairs: readonly Pair[]): Generator<Finding> {
  const [first] = pairs;
  if (!first || pairs.some(({ date }) => Math.abs(date.month - first.date.month) > MOST_MONTHS_APART)) return;
  // Whether the year is a leap year matters only where its February ends between two of them.
  const months = pairs.map(({ date }) => date.month);
  if (Math.min(...months) <= 2 && Math.max(...months) > 2) return;
  const shifts = pairs.map(
    ({ date, name }) => (7 + WEEKDAYS.indexOf(name) - weekdayOf(A_YEAR, date.month, date.day)) % 7,
  );
  const often = (shift: number): number => shifts.filter((one) => one === shift).length;
  const usual = [...shifts].sort((a, b) => often(b) - often(a))[0]!;
  for (const [at, { date, name, from }] of pairs.entries()) {
    if (shifts[at] === usual) continue;
    const right = WEEKDAYS[(weekdayOf(A_YEAR, date.month, date.day) + usual) % 7]!;
    const other = pairs[shifts.indexOf(usual)]!;
    yield {
      ...{ from, to: from + name.length, value: 'date or time' },
      ...(often(usual) > 1 ? { correction: right } : { correction: null, alternatives: [right] }),
      message: `Where ${value.slice(other.date.from, other.date.to)} is a ${other.name}, ${value.slice(date.from, date.to)} is a ${right}.`,
      confidence: 'medium',
    };
  }
}

/** Any year will do to compare days of one year. */
const A_YEAR = 2001;
