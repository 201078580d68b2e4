import { datesIn, WEEKDAYS, weekdayOf, type TextDate } from '../dates';
import type { Finding, Rule } from '../suggestion';

const BEFORE = new RegExp(String.raw`\b(${WEEKDAYS.join('|')})(?:,? (?:the )?|, on )$`, 'u');
const AFTER = new RegExp(String.raw`^(?:, (?:a )?| \()(${WEEKDAYS.join('|')})\b`, 'u');
const REACH = 24;

/** A weekday beside a date that fell on another. Without a year in the text none can be told. */
export const weekday: Rule = {
  id: 'weekday',
  version: 1,
  tag: 'fact',
  on: true,
  *find(analysis): Generator<Finding> {
    const { value } = analysis;
    const dates = datesIn(value);
    const years = new Set(dates.flatMap(({ year }) => (year === null ? [] : [year])));
    // A text that names a single year means it throughout.
    const [only = null] = years.size === 1 ? years : [];
    for (const date of dates) {
      const named = findWeekday(value, date);
      const year = date.year ?? only;
      if (!named || year === null || date.impossible) continue;
      const right = WEEKDAYS[weekdayOf(year, date.month, date.day)]!;
      if (right === named.name) continue;
      yield {
        from: named.from,
        to: named.from + named.name.length,
        value: 'date or time',
        correction: right,
        message: `${value.slice(date.from, date.to)}${date.year === null ? `, in ${year},` : ''} was a ${right}.`,
        confidence: date.year === null ? 'medium' : 'high',
      };
    }
  },
};

function findWeekday(value: string, { from, to }: TextDate): { name: string; from: number } | null {
  const lead = value.slice(Math.max(0, from - REACH), from);
  const before = BEFORE.exec(lead);
  if (before) return { name: before[1]!, from: from - lead.length + before.index };
  const after = AFTER.exec(value.slice(to, to + REACH));
  return after && { name: after[1]!, from: to + after[0].length - after[1]!.length };
}
