import { amountsIn, type Amount } from '../figures/amounts';
import { sentenceRuns } from '../figures/sentence-runs';
import type { Analysis } from '../analysis';
import type { Finding, Rule } from '../suggestion';
import { yearOf } from '../years';

const YEAR = /(?<![\p{L}\p{N}.,$£€-])(?:1[5-9]|20)\d\d(?![\p{L}\p{N}]|[.,]\d|-)/gu;
const SPAN = /^[ -]years?(?:[ -]old)?(?![\p{L}])/u;
const BEFORE_SPAN =
  /\b(?:for|after|during|within|lasted|spent|reign(?:ed)? of|term of|aged|age of|of)(?: (?:the|her|his|its|their|next|exactly))*\s$/iu;

/** Years of a sentence that are further apart, or nearer, than it says: "from 1990, for six years, until 1999". */
export const yearSpan: Rule = {
  id: 'year-span',
  version: 3,
  tag: 'conflict',
  on: true,
  *find(analysis, { published }): Generator<Finding> {
    const { value } = analysis;
    const years = Array.from(value.matchAll(YEAR), ({ 0: year, index }) => ({
      from: index,
      to: index + 4,
      year: Number(year),
    }));
    const told = amountsIn(value).filter(({ to, vague }) => !vague && SPAN.test(value.slice(to, to + 12)));
    const spans = told.filter(({ from }) => BEFORE_SPAN.test(value.slice(Math.max(0, from - 24), from)));
    yield* toOtherYears(analysis, years, told);
    yield* sinceYears(analysis, years, told, yearOf(published));
    const bySentence = new Map(
      Array.from(sentenceRuns(analysis, spans), ({ index, items }) => [index, items]),
    );
    for (const { from, to, index, items } of sentenceRuns(analysis, years)) {
      const [span, more] = bySentence.get(index) ?? [];
      if (!span || more) continue;
      // Of several years the two that the span stands between.
      const [first, last] =
        items.length > 2
          ? [items.findLast((one) => one.to <= span.from), items.find((one) => one.from >= span.to)]
          : items;
      if (!first || !last || last.year < first.year) continue;
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

interface Year {
  readonly from: number;
  readonly to: number;
  readonly year: number;
}

const TO_YEAR = /^[ -]years? (later|earlier),? in (?=\d{4})/u;
/** The year that a text goes on from stands no further before. */
const REACH = 240;

/** "In 1628 …; two years later, in 1638": the years are further apart, or nearer, than it says. */
function* toOtherYears(
  { value }: Analysis,
  years: readonly Year[],
  told: readonly Amount[],
): Generator<Finding> {
  for (const { from, to, value: size } of told) {
    const [lead, way] = TO_YEAR.exec(value.slice(to, to + 30)) ?? [];
    const at = lead === undefined ? -1 : years.findIndex((one) => one.from === to + lead.length);
    // What a bracket says of another matter is no year to go on from.
    const first = years
      .slice(0, Math.max(0, at))
      .findLast((one) => from - one.to > REACH || !/^[^()]*\)/u.test(value.slice(one.to, from)));
    const last = years[at];
    if (!first || !last || from - first.to > REACH || first.to > from) continue;
    if (value.slice(first.to, from).includes('\n')) continue;
    const apart = way === 'later' ? last.year - first.year : first.year - last.year;
    if (Math.abs(apart - size) <= 1) continue;
    yield wrong(
      value,
      { from, to: last.to },
      `${first.year} and ${last.year} are ${Math.abs(apart)} years apart`,
    );
  }
}

/** "In 2019, four years ago", in an article of 2025. */
function* sinceYears(
  analysis: Analysis,
  years: readonly Year[],
  told: readonly Amount[],
  now: number | null,
): Generator<Finding> {
  if (now === null) return;
  const { value } = analysis;
  const ago = told.filter(({ to }) => /^[ -]years? ago\b/u.test(value.slice(to, to + 12)));
  const bySentence = new Map(Array.from(sentenceRuns(analysis, years), ({ index, items }) => [index, items]));
  for (const { index, items } of sentenceRuns(analysis, ago)) {
    const [span, more] = items;
    const [year, other] = bySentence.get(index) ?? [];
    if (!span || more || !year || other || year.year > now) continue;
    // Only what is said of the same: the year and the years stand in one clause or beside each other.
    const between = value.slice(Math.min(year.to, span.to), Math.max(year.from, span.from));
    if (
      /[;:()—–“”"]|\b(?:but|while|whereas|who|since)\b/u.test(between) ||
      Math.abs(now - year.year - span.value) <= 1
    )
      continue;
    const end = value.indexOf('ago', span.to) + 3;
    yield wrong(
      value,
      { from: span.from, to: end },
      `${year.year} was ${now - year.year} years before ${now}`,
    );
  }
}

const wrong = (value: string, { from, to }: { from: number; to: number }, fact: string): Finding => ({
  ...{ from, to, value: value.slice(from, to), correction: null },
  message: `${fact}, not “${value.slice(from, to)}”.`,
  confidence: 'medium',
});
