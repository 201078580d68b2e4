import { quantitiesIn, type Quantity } from '../figures/quantities';
import type { Finding, Rule } from '../suggestion';

/** A measure given a second time in another unit, which is not as much: "12 km (9 miles)". */
export const unitConversion: Rule = {
  id: 'unit-conversion',
  version: 2,
  tag: 'fact',
  on: true,
  *find(analysis): Generator<Finding> {
    const { value } = analysis;
    const quantities = quantitiesIn(analysis);
    for (const [at, second] of quantities.entries()) {
      const first = quantities[at - 1];
      if (!first || !isGivenTwice(value, first, second) || agree(first, second)) continue;
      const right = convert(first, second);
      const written = value.slice(second.from, second.to);
      const correction =
        right === null
          ? null
          : value.slice(second.from, second.amount.from) + right + value.slice(second.amount.to, second.to);
      yield {
        from: second.from,
        to: second.to,
        value: 'number',
        correction,
        message: `“${value.slice(first.from, first.to)}” and “${written}” are not as much.`,
        confidence: 'high',
      };
    }
  },
};

const BRACKET =
  /^ ?\((?:(?:or|about|around|roughly|approximately|nearly|almost|some|just (?:over|under)|c\.) |[~≈] ?)*$/u;
const OR = /^, or (?:(?:about|around|roughly|approximately|nearly|almost|some|just (?:over|under)) )?$/u;

function isGivenTwice(value: string, first: Quantity, second: Quantity): boolean {
  if (!first.unit || !second.unit || first.kind !== second.kind || first.kind === 'percent') return false;
  if (first.unit.factors[0] === second.unit.factors[0] && first.unit.offset === second.unit.offset)
    return false;
  const between = value.slice(first.to, second.from);
  // "Two hours, or three minutes more" is no conversion; units of time are given twice in brackets only.
  const timed = first.kind === 'time' || first.kind === 'months';
  return BRACKET.test(between) ? /^[),;]/u.test(value.slice(second.to)) : !timed && OR.test(between);
}

/** A figure in copy is rounded: the first may be out by a twentieth, the second also by half of its last place. */
const SLACK = 0.05;

function agree(first: Quantity, second: Quantity): boolean {
  const reach = (base: number, margin: number): readonly [number, number] => [
    Math.min(base * (1 - SLACK), base * (1 + SLACK), base - margin),
    Math.max(base * (1 - SLACK), base * (1 + SLACK), base + margin),
  ];
  const meets = (a: number, b: number, margin: number): boolean => {
    const [low, high] = reach(a, 0);
    const [from, to] = reach(b, margin);
    return low <= to && from <= high;
  };
  const margin = second.margin * second.unit!.factors[0]!;
  if (first.kind !== 'temperature')
    return first.bases.some((a) => second.bases.some((b) => meets(a, b, margin)));
  // A difference of temperatures converts without the zero point; and a twentieth of 300 K is no slack.
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) <=
    margin + Math.max(0.5 * first.unit!.factors[0]!, first.margin * first.unit!.factors[0]!);
  const [one, other] = [first.bases[0]!, second.bases[0]!];
  return near(one, other) || near(one - first.unit!.offset, other - second.unit!.offset);
}

/** The first measure in the unit of the second, to as many decimals; null where that would be another way to write it. */
function convert(first: Quantity, second: Quantity): string | null {
  if (second.decimals === null || first.bases.length > 1 || second.bases.length > 1) return null;
  const right = (first.bases[0]! - second.unit!.offset) / second.unit!.factors[0]!;
  if (right < 0) return null;
  const fixed = right.toFixed(second.decimals);
  if (Number(fixed) === 0) return null;
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
