import { SPEECH_VERBS } from '@/lib/quotes/attribution';
import { findQuotations } from '@/lib/quotes/find-quotations';
import { toCodeUnit } from '@/lib/text/article-text';
import type { Analysis } from '../analysis';
import { datesIn, MONTH, WEEKDAYS } from '../dates';
import { isContent, stemOf } from '../stems';
import { clocksIn } from './clocks';
import { quantitiesIn, type Quantity } from './quantities';

/** A quantity, day or time that a sentence gives, ready to be compared with what another one gives. */
export interface Fact {
  /** Of what a finding marks: number and unit, but the number alone before a noun. */
  readonly from: number;
  readonly to: number;
  /** Only facts of one kind are compared. */
  readonly kind: string;
  readonly isDate: boolean;
  readonly written: string;
  readonly value: FactValue;
  /** Index into the sentences of the text. */
  readonly sentence: number;
  /** What the words around it are about. */
  readonly near: ReadonlySet<string>;
  readonly quoted: boolean;
}

type FactValue =
  | { readonly kind: 'amount'; readonly bases: readonly number[]; readonly margin: number }
  | { readonly kind: 'day'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly kind: 'name'; readonly name: string | number };

const remembered = new WeakMap<Analysis, readonly Fact[]>();

/** The facts of a text in order; headlines and tables are left out. */
export function factsIn(analysis: Analysis): readonly Fact[] {
  const known = remembered.get(analysis);
  if (known) return known;
  const { value, sentences } = analysis;
  const raw = [
    ...quantitiesIn(analysis).map((quantity) => ofQuantity(quantity)),
    ...Array.from(datesIn(value), ({ from, to, day, month, year }) => ({
      ...{ from, to, kind: 'date', isDate: true },
      value: { kind: 'day', day, month, year } as const,
    })),
    ...Array.from(value.matchAll(WEEKDAY))
      .filter(({ index }) => !isWhenSaid(value, index))
      .map(({ 0: name, index }) => ({
        ...{ from: index, to: index + name.length, kind: 'weekday', isDate: true },
        value: { kind: 'name', name } as const,
      })),
    ...Array.from(value.matchAll(MONTH_OF_YEAR), ({ 0: written, 1: month, 2: year, index }) => ({
      ...{ from: index, to: index + written.length, kind: 'month', isDate: true },
      value: { kind: 'name', name: `${year} ${month!.slice(0, 3)}` } as const,
    })),
    ...clocksIn(value).map(({ from, to, minutes }) => ({
      ...{ from, to, kind: 'clock', isDate: true },
      value: { kind: 'name', name: minutes } as const,
    })),
  ].sort((a, b) => a.from - b.from);
  const quotes = findQuotations(analysis.text)
    .quotations.filter(({ depth }) => depth === 0)
    .map(({ start, end }) => ({
      from: toCodeUnit(analysis.text, start),
      to: toCodeUnit(analysis.text, end),
    }));
  const facts: Fact[] = [];
  let [sentence, quote] = [0, 0];
  for (const fact of raw) {
    while (sentence < sentences.length - 1 && sentences[sentence]!.to <= fact.from) sentence += 1;
    while (quote < quotes.length - 1 && quotes[quote]!.to <= fact.from) quote += 1;
    const here = sentences[sentence]!;
    if (here.headline || here.to - here.from > LONGEST) continue;
    facts.push({
      ...{ ...fact, sentence, written: value.slice(fact.from, fact.to), near: nearStems(value, fact, here) },
      quoted: quotes[quote] !== undefined && quotes[quote]!.from < fact.from && fact.to < quotes[quote]!.to,
    });
  }
  remembered.set(analysis, facts);
  return facts;
}

const LONGEST = 2_000;
const MONTH_OF_YEAR = new RegExp(String.raw`(?<![\p{L}\p{N}]|\d (?:of )?)(${MONTH}),? (\d{4})(?!\d)`, 'gu');
const SPOKE = new RegExp(String.raw`\b(?:${SPEECH_VERBS})(?: (?:late|early|on|in a statement))* $`, 'u');

/** "Investigators said on Wednesday": that is when they spoke, and of nothing else. */
const isWhenSaid = (value: string, from: number): boolean =>
  SPOKE.test(value.slice(Math.max(0, from - 40), from));

const WEEKDAY = new RegExp(String.raw`(?<!\p{L})(?:${WEEKDAYS.join('|')})(?!\p{L})`, 'gu');

function ofQuantity({ from, to, kind, bases, amount, unit, noun }: Quantity) {
  const factor = unit?.factors[0] ?? 1;
  // Hundreds without more may be rounded ones.
  const digits = noun !== null || unit === null || amount.decimals === 0 ? trailingZeros(amount.value) : 0;
  const rounded =
    digits > 1
      ? 0.5 * 10 ** digits
      : amount.decimals === null && amount.value > 100
        ? amount.margin
        : amount.decimals! > 0
          ? amount.margin
          : 0;
  const margin = factor * Math.max(rounded, amount.vague ? amount.value * 0.06 : 0);
  return {
    ...(noun === null ? { from, to } : { from: amount.from, to: amount.to }),
    ...{ kind, isDate: false, value: { kind: 'amount', bases, margin } as const },
  };
}

const trailingZeros = (size: number): number =>
  Number.isInteger(size) && size > 0 ? /0*$/.exec(String(size))![0].length : 0;

/** How far the words reach that say what a fact is about. */
const REACH = 64;
const WALL = /[;:()—–“”"]|, (?:but|while|and|whereas) /u;

function nearStems(
  value: string,
  { from, to }: { readonly from: number; readonly to: number },
  sentence: { readonly from: number; readonly to: number },
): ReadonlySet<string> {
  const before = value
    .slice(Math.max(sentence.from, from - REACH), from)
    .split(WALL)
    .at(-1)!;
  const after = value.slice(to, Math.min(sentence.to, to + REACH)).split(WALL)[0]!;
  return new Set(contentStems(`${before} ${after}`));
}

/** The stems of the words that say what a passage is about. */
export const contentStems = (passage: string): readonly string[] =>
  (passage.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []).filter(isContent).map(stemOf);

/** Whether two facts of one kind say the same, rounding and left-out years allowed for. */
export function agree({ value: a }: Fact, { value: b }: Fact): boolean {
  if (a.kind === 'amount' && b.kind === 'amount') {
    const slack = Math.max(a.margin, b.margin);
    return a.bases.some((one) =>
      b.bases.some((other) => Math.abs(one - other) <= slack + 1e-6 * Math.abs(one)),
    );
  }
  if (a.kind === 'day' && b.kind === 'day')
    return (
      a.day === b.day && a.month === b.month && (a.year === null || b.year === null || a.year === b.year)
    );
  return a.kind === 'name' && b.kind === 'name' && a.name === b.name;
}

/** Whether one figure is the other with two neighbouring digits swapped, or with another unit or scale behind it. */
export function isNearMiss(a: Fact, b: Fact): boolean {
  if (a.value.kind !== 'amount' || b.value.kind !== 'amount' || agree(a, b)) return false;
  const [x, y] = [digitsOf(a.written), digitsOf(b.written)];
  if (x === y) return x.length > 1;
  return haveSwapped(x, y);
}

/** Whether of two numbers of three digits or more one is the other with two neighbouring digits swapped. */
export function haveSwapped(x: string, y: string): boolean {
  if (x === y || x.length !== y.length || x.length < 3) return false;
  const at = [...x].findIndex((digit, index) => digit !== y[index]);
  return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2);
}

const digitsOf = (written: string): string => written.replace(/\P{Nd}/gu, '');
