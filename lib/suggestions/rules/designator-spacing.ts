import { designatorsIn } from '../designators';
import type { Finding, Rule } from '../suggestion';

/** A space on one side only of the hyphen or slash of a designator that the text writes in no other way: "MS -09". */
export const designatorSpacing: Rule = {
  id: 'designator-spacing',
  version: 3,
  tag: 'punct',
  on: true,
  *find(analysis): Generator<Finding> {
    const { value } = analysis;
    const all = [...designatorsIn(analysis).values()];
    const series = new Set(
      all
        .flatMap((forms) => [...forms.values()].flat())
        .flatMap(({ written, series }) => (/\s/u.test(written) ? [] : [series])),
    );
    // "GER - 2, FRA - 1" are scores.
    const spacedSeries = new Set(
      all
        .flatMap((forms) => [...forms.values()].flat())
        .flatMap(({ spaced, series: own }) => (spaced && !series.has(own) ? [own] : [])),
    );
    for (const forms of all) {
      if (forms.size > 1) continue;
      for (const { from, to, joined, lopsided, written, spaced, series: own } of [...forms.values()].flat()) {
        // "HJ - 2" where the text also has "HJ-1".
        if (
          !lopsided &&
          !(
            spaced &&
            (series.has(own) || (spacedSeries.size === 1 && isLetters(written, value.slice(to, to + 24))))
          )
        )
          continue;
        yield {
          from,
          to,
          value: 'spacing',
          correction: joined,
          message: `There is a stray space in “${written}”.`,
          confidence: 'medium',
        };
      }
    }
  },
};

/** "SS - 3" alone, but not "EU - 27 members" nor "the PM - 10 Downing Street". */
const isLetters = (written: string, behind: string): boolean =>
  /^(?:\p{Lu}{2,3}|\p{Lu}\p{N}{1,3}) - \p{N}{1,4}\p{Lu}?s?$/u.test(written) &&
  !/^(?:AM|CEO|EU|GP|IT|MP|NHS|PM|TV|UK|UN|US|USA) /u.test(written) &&
  !/^(?: (?:\p{Ll}+ )?\p{Ll}+s\b| \p{Lu}|-)/u.test(behind);
