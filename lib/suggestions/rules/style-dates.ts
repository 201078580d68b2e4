import { MONTH } from '../dates';
import type { Finding, Rule } from '../suggestion';

const DAY_MONTH = new RegExp(
  String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (${MONTH})(?:,? (\d{4}))?(?![\p{L}\p{N}])`,
  'gu',
);
const MONTH_DAY = new RegExp(
  String.raw`\b(${MONTH}) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\p{L}\p{N}])`,
  'gu',
);

/** Dates in the order that the desk does not use. */
export const styleDates: Rule = {
  id: 'style-dates',
  version: 1,
  tag: 'style',
  on: true,
  *find({ value }, { houseStyle: { dates } }): Generator<Finding> {
    if (dates === 'any') return;
    const pattern = dates === 'day-month' ? MONTH_DAY : DAY_MONTH;
    for (const { 0: written, 1: first = '', 2: second = '', 3: year, index } of value.matchAll(pattern)) {
      const swapped = `${second} ${first}`;
      const end = year === undefined ? '' : dates === 'day-month' ? ` ${year}` : `, ${year}`;
      yield {
        from: index,
        to: index + written.length,
        value: 'date',
        correction: swapped + end,
        message: `The desk writes dates with the ${dates === 'day-month' ? 'day' : 'month'} first.`,
        confidence: 'high',
      };
    }
  },
};
