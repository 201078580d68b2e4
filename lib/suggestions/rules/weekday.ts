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
  version: 3,
  tag: 'fact',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const { value } = analysis;
    const dates = datesIn(value);
    const named = Array.from(value.matchAll(YEAR), ({ 0: year, index }) => ({
      year: Number(year),
      from: index,
    }));
    const unsure: Pair[] = [];
    for (const date of dates) {
      const beside = findWeekday(value, date);
      if (!beside || date.impossible) continue;
      const years = yearsOf(date, dates, named, analysis, context);
      if (years === null) continue;
      if (years.length === 0) unsure.push({ date, ...beside });
      const days = years.map((year) => WEEKDAYS[weekdayOf(year, date.month, date.day)]!);
      const [right] = days;
      if (right === undefined || days.includes(beside.name)) continue;
      yield {
        from: beside.from,
        to: beside.from + beside.name.length,
        value: 'date or time',
        correction: right,
        message: `${value.slice(date.from, date.to)}${date.year === null ? `, in ${years[0]},` : ''} was a ${right}.`,
        confidence: date.year === null ? 'medium' : 'high',
      };
    }
    yield* oddOnes(value, named, unsure);
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
 * one the text's dates have, and the one that brings it next to the day of publication, unless the text has come to
 * speak of another year. Null where it is told to be none of these: "6 June next year".
 */
function yearsOf(
  date: TextDate,
  dates: readonly TextDate[],
  named: readonly NamedYear[],
  { value }: Analysis,
  { published }: SuggestionContext,
): readonly number[] | null {
  if (date.year !== null) return [date.year];
  // "Next year", "a year ago": then it is no day near the publication, nor of one year with the others.
  const around = value.slice(Math.max(0, date.from - REACH), date.to + 2 * REACH).split('\n')[0]!;
  if (MOVED.test(around)) return null;
  const told = dates.flatMap(({ year }) => (year === null ? [] : [year]));
  const same = dates.find(
    ({ day, month, year }) => year !== null && day === date.day && month === date.month,
  );
  if (same) return [same.year!];
  const [only, more] = new Set(told);
  const near = published === null ? null : nearestYear(published, date.month, date.day);
  const isThen = near !== null && !yearsNamed(value, named, date).some(({ year }) => year !== near);
  return [...(isThen ? [near] : []), ...(only !== undefined && more === undefined ? [only] : [])];
}

const MOVED =
  /\b(?:last|next|that|same|previous|following|coming) year|years? (?:ago|later|earlier|before|after|on)\b|\bnext (?:spring|summer|autumn|winter)\b/iu;

interface NamedYear {
  readonly year: number;
  readonly from: number;
}

/** The years that a text names before the end of the sentence a date stands in. */
function yearsNamed(value: string, years: readonly NamedYear[], { to }: TextDate): readonly NamedYear[] {
  const end = to + /[.!?]\s|\n|$/u.exec(value.slice(to, to + LONGEST_LOOK))!.index;
  return years.slice(0, years.findLastIndex(({ from }) => from < end) + 1);
}

const LONGEST_LOOK = 500;
const YEAR = /(?<![\p{L}\p{N}.,:$£€])(?:1[5-9]|20)\d\d(?!\p{N}|[.,:]\d)/gu;

/** Days of so few months apart are taken to be of one year. */
const MOST_MONTHS_APART = 2;

/** Of weekdays whose year is unknown those that cannot be of the same one as the others; of two the later. */
function* oddOnes(value: string, named: readonly NamedYear[], pairs: readonly Pair[]): Generator<Finding> {
  const [first] = pairs;
  if (!first || pairs.some(({ date }) => Math.abs(date.month - first.date.month) > MOST_MONTHS_APART)) return;
  // The year that each is told behind has to be one.
  if (new Set(pairs.map(({ date }) => yearsNamed(value, named, date).at(-1)?.year)).size > 1) return;
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
