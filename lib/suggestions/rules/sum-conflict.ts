import type { Analysis } from '../analysis';
import { isYear } from '../figures/changes';
import { amountsIn, type Amount } from '../figures/amounts';
import { quantitiesIn } from '../figures/quantities';
import { sentenceRuns } from '../figures/sentence-runs';
import type { Finding, Rule } from '../suggestion';

/** A total that its own parts do not make: "£900: £300 from one, £400 from another and £100 from a third". */
export const sumConflict: Rule = {
  id: 'sum-conflict',
  version: 3,
  tag: 'conflict',
  on: true,
  *find(analysis): Generator<Finding> {
    const kinds = new Map(quantitiesIn(analysis).map(({ amount, kind }) => [amount.from, kind]));
    const figures = amountsIn(analysis.value)
      .map((amount) => ({ ...amount, kind: kinds.get(amount.from) ?? BARE }))
      .filter(
        (amount) =>
          amount.kind !== 'percent' && amount.kind !== 'temperature' && !isYearThere(analysis, amount),
      );
    for (const { to, items } of sentenceRuns(analysis, figures)) {
      if (items.length < 3 || items.length > MOST_PARTS || items.some(({ vague }) => vague)) continue;
      const found = listed(analysis, items, to) ?? exceeded(analysis, items, to);
      if (found) yield found;
    }
  },
};

type Figure = Amount & { readonly kind: string };

const BARE = '';
const MOST_PARTS = 13;

const isYearThere = ({ value }: Analysis, { from, to, value: size, decimals }: Amount): boolean =>
  decimals === 0 &&
  isYear(size) &&
  /^\d{4}$/u.test(value.slice(from, to)) &&
  !/[$£€¥]$/u.test(value.slice(0, from).slice(-1));

/** What is told apart with a colon or a dash must make the total exactly. */
function listed({ value }: Analysis, items: readonly Figure[], end: number): Finding | null {
  const [total, ...others] = items;
  // Beside money, a number of something else is no part of it.
  const isMoney = /^[$£€¥]$/u.test(total!.kind);
  const parts = isMoney ? others.filter(({ kind }) => kind === total!.kind) : others;
  if (parts.length < 2) return null;
  const between = value.slice(total!.to, parts[0]!.from);
  if (!/[:–—]/u.test(between) || /[;:–—].*[;:–—]/u.test(between)) return null;
  const kind = parts[0]!.kind;
  if (!parts.every((part) => part.kind === kind || part.kind === BARE)) return null;
  if (kind !== total!.kind && !(kind === BARE || kind.startsWith('count'))) return null;
  // Of counts, the parts of a list: each in a piece of its own.
  const pieces = value.slice(total!.to, end).split(/[,;]| and /u);
  if (!isMoney && pieces.filter((piece) => /\p{L}|\p{N}/u.test(piece)).length < parts.length) return null;
  return judge(value, total!, parts, false);
}

/** Parts of a number can leave something over, but not be more than it. */
function exceeded({ value }: Analysis, items: readonly Figure[], end: number): Finding | null {
  const at = items.findIndex((item, index) => {
    const next = items[index + 1];
    return (
      next &&
      next.value > item.value &&
      /^ (?:out )?of (?:the |his |her |its |their |all )*$/u.test(value.slice(item.to, next.from))
    );
  });
  if (at >= 0) {
    const [part, total, ...more] = items.slice(at);
    const rest = more.filter(({ kind }) => kind === BARE);
    return rest.length === more.length && more.length > 0
      ? judge(value, total!, [part!, ...rest], true)
      : null;
  }
  const [total, ...parts] = items;
  const clause = value.slice(total!.to, end);
  const isAlike = ({ kind }: Figure): boolean => kind === BARE || kind === total!.kind;
  // "Of the 47 members, 26 were for it and 25 against", "12 sensors, eight on the crest and six below".
  const opens = /(?:^|[.!?\n] ?)Of (?:the|its|his|her|their|all(?: the)?) $/u.test(
    value.slice(Math.max(0, total!.from - 16), total!.from),
  );
  const apposed =
    /^ (?:[\p{L}-]+ ){0,3}[\p{L}-]+s, $/u.test(value.slice(total!.to, parts[0]!.from)) &&
    /^ (?:in|on|at|for|from|of|under|over|by|with|against|to|as) /u.test(value.slice(parts[0]!.to, end)) &&
    / and $/u.test(value.slice(parts[0]!.to, parts.at(-1)!.from).slice(-5));
  if ((opens || apposed) && parts.length > 1 && parts.every(isAlike))
    return judge(value, total!, parts, true);
  if (!/^[^:;]{0,40}, of (?:which|whom) |^[^:;]{0,40}, [^,]{0,30}of (?:them|which|whom)\b/u.test(clause))
    return null;
  return parts.every(({ kind }) => kind === BARE || kind === total!.kind)
    ? judge(value, total!, parts, true)
    : null;
}

function judge(value: string, total: Figure, parts: readonly Figure[], mayLeave: boolean): Finding | null {
  const sum = parts.reduce((all, part) => all + part.value, 0);
  const slack = [total, ...parts].reduce(
    (all, { decimals, margin }) => all + (decimals === null && margin > 1 ? margin : 0),
    0,
  );
  const off = sum - total.value;
  if (off <= slack && (mayLeave || off >= -slack)) return null;
  // What is far off is no sum of these.
  if (Math.abs(off) > total.value * 0.4) return null;
  const figures = parts.map(({ from, to }) => value.slice(from, to)).join(' + ');
  return {
    // Which of them is wrong is open: the whole sum is marked.
    ...{
      from: withSign(value, Math.min(total.from, parts[0]!.from)),
      to: Math.max(total.to, parts.at(-1)!.to),
    },
    ...{ value: value.slice(withSign(value, total.from), total.to), correction: null },
    message: `${figures} make ${sum.toLocaleString('en')}, not “${value.slice(total.from, total.to)}”.`,
    confidence: 'medium',
  };
}

/** A sum of money begins with its sign. */
const withSign = (value: string, from: number): number =>
  from - Number(/[$£€¥]/u.test(value.charAt(from - 1)));
