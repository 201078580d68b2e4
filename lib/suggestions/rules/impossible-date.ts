import { datesIn, daysIn } from '../dates';
import type { Finding, Rule } from '../suggestion';

const CLOCK = /(?<![\p{N}:.])(\d{1,2}):(\d{2})(?![\p{N}:])(?!\d)/gu;
const AS_TIME =
  /(?:\b(?:at|by|around|about|from|until|till|before|after|since|to)\s|\()$|^\s?(?:a\.?m|p\.?m|UTC|GMT|local|on\b)/iu;

const LENGTH =
  /\b(?:possession|lasted|length|running time|runtime|score[ds]?|scoring|goals?|tied|equali[sz]ed|halfway|marathon|laps?|period|clocked|finished in|in a time of)\b[^.\n]*$|(?<!\d)(?:2[4-9]|[3-9]\d|\d{3}):[0-5]\d (?:to|–|-|and) $/iu;
/** Words that times of day have before them as well. */
const PERHAPS_LENGTH = /\b(?:record of|best of|ran|set|sets)\b[^.\n]*$/iu;
const HALF_OF_DAY = /^\s?[ap]\.?m\b/iu;

/** Days that no calendar has, and times that no clock shows. */
export const impossibleDate: Rule = {
  id: 'impossible-date',
  version: 3,
  tag: 'fact',
  on: true,
  *find({ value }): Generator<Finding> {
    for (const { from, to, day, month, year, impossible } of datesIn(value)) {
      if (!impossible) continue;
      const most = daysIn(month, year);
      yield {
        from,
        to,
        value: 'date or time',
        correction: null,
        message: `There is no such day: that month has ${most} days, not ${day}.`,
        confidence: 'high',
      };
    }
    for (const { 0: time, 1: hours, 2: minutes, index } of value.matchAll(CLOCK)) {
      if (Number(hours) < 24 && Number(minutes) < 60) continue;
      if (Number(hours) === 24 && minutes === '00') continue;
      // "31:12 to 28:48" of possession: lengths in minutes, or a score.
      const lead = value.slice(Math.max(0, index - 60), index);
      const isHalf = HALF_OF_DAY.test(value.slice(index + time.length, index + time.length + 6));
      if (!isHalf && (LENGTH.test(lead) || (PERHAPS_LENGTH.test(lead) && !/\bat $/iu.test(lead)))) continue;
      const around =
        AS_TIME.test(value.slice(Math.max(0, index - 8), index)) ||
        AS_TIME.test(value.slice(index + time.length, index + time.length + 6));
      if (!around) continue;
      yield {
        from: index,
        to: index + time.length,
        value: 'date or time',
        correction: null,
        message: `No clock shows ${time}.`,
        confidence: 'high',
      };
    }
  },
};
