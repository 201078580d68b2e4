import { amountsIn } from '../figures/amounts';
import { sentenceRuns } from '../figures/sentence-runs';
import type { Finding, Rule } from '../suggestion';

const YEAR = /(?<![\p{L}\p{N}.,$£€-])(?:1[5-9]|20)\d\d(?![\p{L}\p{N}]|[.,]\d|-)/gu;
const SPAN = /^[ -]years?(?:[ -]old)?(?![\p{L}])/u;
const BEFORE_SPAN =
  /\b(?:for|after|during|within|lasted|spent|reign(?:ed)? of|term of|aged|age of|of)(?: (?:the|her|his|its|their|next|exactly))*\s$/iu;

/** Years of a sentence that are further apart, or nearer, than it says: "from 1990, for six years, until 1999". */
export const yearSpan: Rule = {
  id: 'year-span',
  version: 1,
  tag: 'conflict',
  on: true,
  *find(analysis): Generator<Finding> {
    const { value } = analysis;
    const years = Array.from(value.matchAll(YEAR), ({ 0: year, index }) => ({
      from: index,
      to: index + 4,
      year: Number(year),
    }));
    const spans = amountsIn(value).filter(
      ({ from, to, vague }) =>
        !vague &&
        SPAN.test(value.slice(to, to + 12)) &&
        BEFORE_SPAN.test(value.slice(Math.max(0, from - 24), from)),
    );
    const bySentence = new Map(
      Array.from(sentenceRuns(analysis, spans), ({ index, items }) => [index, items]),
    );
    for (const { from, to, index, items } of sentenceRuns(analysis, years)) {
      const [first, last] = items;
      const [span, more] = bySentence.get(index) ?? [];
      if (!first || !last || items.length > 2 || !span || more || last.year < first.year) continue;
      if (!/\b(?:from|until|till|to|born|died|when|in|between|since)\b/iu.test(value.slice(from, to)))
        continue;
      const apart = last.year - first.year;
      // Parts of a year count as one, or not.
      if (Math.abs(apart - span.value) <= 1 || span.value > apart * 3 || apart > span.value * 4) continue;
      const end = span.to + SPAN.exec(value.slice(span.to, span.to + 12))![0].length;
      const written = value.slice(span.from, end);
      yield {
        // Which of the three is wrong is open.
        ...{
          from: Math.min(first.from, span.from),
          to: Math.max(last.to, end),
          value: written,
          correction: null,
        },
        message: `From ${first.year} to ${last.year} it is ${apart} years, not “${written}”.`,
        confidence: 'medium',
      };
    }
  },
};
