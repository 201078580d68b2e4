import type { Finding, Rule } from '../suggestion';

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const UNITS = 'km|kg|cm|mm|m|ft|am|pm|percent|per|million|billion|trillion|degrees|o’clock';
/** A figure alone before a word in small letters: not a measure, a date, a score or part of a larger number. */
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:$€£/–-])(?<!\b(?:page|chapter|section|part|step|level|phase|no|No|group|type) )([2-9])(?= (?!(?:${UNITS})\b)\p{Ll}{2,})`,
  'gu',
);
const WORD = /(?<![\p{L}\p{N}-])(two|three|four|five|six|seven|eight|nine)(?![\p{L}\p{N}-])/gu;

/** Numbers up to nine that the desk writes out, or in figures. */
export const styleSmallNumbers: Rule = {
  id: 'style-small-numbers',
  version: 1,
  tag: 'style',
  on: true,
  *find({ value }, { houseStyle: { smallNumbers } }): Generator<Finding> {
    if (smallNumbers === 'any') return;
    const inWords = smallNumbers === 'words';
    for (const { 0: written, index } of value.matchAll(inWords ? FIGURE : WORD)) {
      yield {
        from: index,
        to: index + written.length,
        value: 'number',
        correction: inWords
          ? WORDS[Number(written)]!
          : String(WORDS.indexOf(written as (typeof WORDS)[number])),
        message: inWords
          ? 'The desk writes numbers up to nine as words.'
          : 'The desk writes numbers in figures.',
        confidence: 'medium',
      };
    }
  },
};
