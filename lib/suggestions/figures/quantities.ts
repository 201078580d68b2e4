import type { Analysis } from '../analysis';
import { stemOf } from '../stems';
import { amountsIn, type Amount } from './amounts';
import { unitAt, type Unit } from './units';

/** A number with what it is a number of. Places are in UTF-16 units and hold sign, number and unit, or the number alone before a noun. */
export interface Quantity extends Amount {
  /** Equal for what can be compared: "length", "$", "count member"; in base units of it. */
  readonly kind: string;
  readonly unit: Unit | null;
  /** Of the number, without sign or unit. */
  readonly amount: Amount;
  /** In base units; several where the unit has several sizes. */
  readonly bases: readonly number[];
  /** The counted noun as it stands there. */
  readonly noun: string | null;
}

const remembered = new WeakMap<Analysis, readonly Quantity[]>();

/** The quantities of a text in order; "4 ft 7 in" is one. Numbers of nothing are left out. */
export function quantitiesIn(analysis: Analysis): readonly Quantity[] {
  const known = remembered.get(analysis);
  if (known) return known;
  const found: Quantity[] = [];
  for (const amount of amountsIn(analysis.value)) {
    const quantity = readQuantity(analysis.value, amount);
    if (!quantity) continue;
    const joined = joinParts(analysis.value, found.at(-1), quantity);
    if (joined) found[found.length - 1] = joined;
    else found.push(quantity);
  }
  remembered.set(analysis, found);
  return found;
}

function readQuantity(value: string, amount: Amount): Quantity | null {
  const sign = /[$£€¥]$/u.exec(value.slice(Math.max(0, amount.from - 1), amount.from))?.[0];
  if (sign)
    return {
      ...amount,
      from: amount.from - 1,
      kind: sign,
      unit: null,
      amount,
      bases: [amount.value],
      noun: null,
    };
  const measured = unitAt(value, amount.to);
  if (measured) {
    const { unit, to } = measured;
    const below = unit.dimension === 'temperature' && /[-−–]$/u.test(value.slice(0, amount.from).slice(-1));
    const size = below ? -amount.value : amount.value;
    return {
      ...{ ...amount, from: below ? amount.from - 1 : amount.from, to, kind: unit.dimension, unit, amount },
      ...{ bases: unit.factors.map((factor) => size * factor + unit.offset), noun: null },
    };
  }
  const noun = countedNoun(value, amount.to);
  if (noun === null) return null;
  return { ...amount, kind: `count ${stemOf(noun)}`, unit: null, amount, bases: [amount.value], noun };
}

/** A smaller unit right behind a larger one of its kind. */
function joinParts(value: string, first: Quantity | undefined, second: Quantity): Quantity | null {
  if (!first?.unit || !second.unit || first.kind !== second.kind || first.kind === 'temperature') return null;
  if (first.kind === 'percent' || second.unit.factors[0]! >= first.unit.factors[0]!) return null;
  if (!/^(?: ?|, | and )$/u.test(value.slice(first.to, second.from))) return null;
  return {
    ...{
      ...first,
      to: second.to,
      margin: second.margin,
      decimals: null,
      unit: second.unit,
      amount: first.amount,
    },
    bases: first.bases.map((base, at) => base + (second.bases[at] ?? second.bases[0]!)),
  };
}

const IRREGULAR = new Set(
  'people men women children staff police fish sheep crew feet teeth jurors'.split(' '),
);
const NO_NOUN = new Set(
  `was is has its this his as us less across towards sometimes perhaps always years times minus plus versus
  thousands millions hundreds dozens others ones afterwards besides yes thus percents`.split(/\s+/),
);
const NEXT_WORD = /[ \u00a0]((?:\p{Ll}|-)+)(?![\p{L}\p{N}\p{M}’'])/uy;
const MOST_WORDS = 3;

/** The first plural among the words right behind a number: "three new board members" → "members". */
function countedNoun(value: string, unit: number): string | null {
  let at = unit;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    NEXT_WORD.lastIndex = at;
    const found = NEXT_WORD.exec(value);
    if (!found) return null;
    const word = found[1]!;
    if (
      NO_NOUN.has(word) ||
      /^(?:were|are|had|have|will|would|of|in|on|at|by|to|for|with|and|or|from|than|the|a|an|that|who|which)$/.test(
        word,
      )
    )
      return null;
    if (IRREGULAR.has(word) || (/[^su]s$/u.test(word) && word.length > 3)) return word;
    at += found[0].length;
  }
  return null;
}
