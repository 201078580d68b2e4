import type { Finding, Rule } from '../suggestion';

const PERCENT = /(?<=\p{Nd})([ \u00a0\u202f]?)(%|percent\b|per cent\b)/gu;

/** Percentages that the desk writes another way. */
export const stylePercent: Rule = {
  id: 'style-percent',
  version: 1,
  tag: 'style',
  on: true,
  *find({ value }, { houseStyle: { percent } }): Generator<Finding> {
    if (percent === 'any') return;
    for (const { 0: written, 2: sign, index } of value.matchAll(PERCENT)) {
      if (sign === percent) continue;
      const from = figuresBefore(value, index);
      yield {
        from,
        to: index + written.length,
        value: 'abbreviation',
        correction: value.slice(from, index) + (percent === '%' ? '%' : ` ${percent}`),
        message: `The desk writes “${percent}”.`,
        confidence: 'high',
      };
    }
  },
};

const LONGEST = 24;

function figuresBefore(value: string, unit: number): number {
  let from = unit;
  while (from > 0 && unit - from < LONGEST && /[\p{Nd}.,]/u.test(value.charAt(from - 1))) from -= 1;
  return from;
}
