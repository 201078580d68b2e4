import type { Analysis } from '../analysis';
import { amountsIn, type Amount } from '../figures/amounts';
import { changesIn, isYear, type Change } from '../figures/changes';
import { quantitiesIn } from '../figures/quantities';
import { sentenceRuns } from '../figures/sentence-runs';
import { fractionsIn, shareOf, sharesOf, type Share } from '../figures/shares';
import type { Finding, Rule } from '../suggestion';

/** A change or a share whose own figures say otherwise: "rose 50 per cent, from 10 to 12", "12 of 40, or 20 %". */
export const percentChange: Rule = {
  id: 'percent-change',
  version: 3,
  tag: 'fact',
  on: true,
  *find(analysis): Generator<Finding> {
    const { value } = analysis;
    const percents = quantitiesIn(analysis).filter(({ kind }) => kind === 'percent');
    const numbers = amountsIn(value).filter((amount) => !isShareOrYear(value, amount));
    for (const { from, to, items } of sentenceRuns(analysis, numbers)) {
      const shares = [
        ...within(percents, from, to).flatMap((item) => shareOf(value, item) ?? []),
        ...fractionsIn(value, from, to),
      ];
      const changes = [...changesIn(value.slice(from, to))].map((change) => ({
        ...change,
        ...{ from: from + change.from, to: from + change.to },
      }));
      if (changes.length === 0) {
        const around = shares.flatMap((share) => judgeAround(analysis, items, share) ?? []);
        if (around.length > 0) yield* around.flatMap(({ finding: one }) => one ?? []);
        else yield* judgePair(analysis, items, shares);
      }
      for (const [at, change] of changes.entries()) {
        // What is said of several changes in a row stands behind each.
        const next = changes[at + 1]?.from ?? to;
        const own = shares.filter((one) => one.from < next && (changes.length === 1 || one.from > change.to));
        yield* judgeChange(analysis, change, own);
      }
    }
  },
};

/** Sorted things inside a stretch. */
function within<T extends { readonly from: number }>(
  sorted: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end] && sorted[end]!.from < to) end += 1;
  return sorted.slice(low, end);
}

const MONTH = /^ ?(?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;
const BEFORE_MONTH =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December) $/u;

const isShareOrYear = (value: string, { from, to, value: size, decimals }: Amount): boolean =>
  (decimals === 0 &&
    isYear(size) &&
    !value.slice(from, to).includes(',') &&
    !/[$£€¥]$/u.test(value.slice(0, from).slice(-1))) ||
  /^(?:%| ?per ?cent|-year-old| years old| ?[ap]\.?m\b)/iu.test(value.slice(to, to + 10)) ||
  MONTH.test(value.slice(to, to + 6)) ||
  BEFORE_MONTH.test(value.slice(Math.max(0, from - 10), from));

const UP = /\b(?:rose|risen|rising|increased|grew|grown|climbed|jumped|gained|surged|soared|went up)\b/iu;
const DOWN =
  /\b(?:fell|fallen|falling|decreased|declined|dropped|shrank|shrunk|slid|slumped|sank|went down)\b/iu;
const TIMES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, halv: 0.5 };
const MULTIPLE =
  /\b(?:(almost|nearly|more than|about|roughly|over) )?(doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing)\b/iu;
const REACH = 90;

function* judgeChange({ value }: Analysis, change: Change, shares: readonly Share[]): Generator<Finding> {
  const { from, to, before, after, slack } = change;
  const lead = value
    .slice(Math.max(0, from - REACH), from)
    .split(/[.;\n]/u)
    .at(-1)!;
  const [up, down] = [UP.test(lead), DOWN.test(lead)];
  const written = value.slice(from, to);
  if (up !== down && before !== after && up === after < before) {
    yield finding(change, `What went ${up ? 'up' : 'down'} goes ${up ? 'down' : 'up'} here: “${written}”.`);
    return;
  }
  const inPercent = /%|per ?cent/iu.test(written) || /^(?:%| ?per ?cent)/iu.test(value.slice(to, to + 9));
  const [share, other] = shares.filter((one) => one.says !== 'part' && (one.to <= from || one.from >= to));
  if (share && !other && !inPercent) {
    const ends = [
      Math.max(0, after - slack[1]) / (before + slack[0]),
      (after + slack[1]) / Math.max(before - slack[0], before / 2),
    ].map((ratio) => 100 * (ratio - 1));
    const sizes = ends.map(Math.abs);
    const least = ends[0]! < 0 && ends[1]! > 0 ? 0 : Math.min(...sizes);
    if (share.size + share.slip < least || share.size - share.slip > Math.max(...sizes))
      yield wrongShare(value, share, 100 * (after / before - 1), written);
    return;
  }
  const multiple = MULTIPLE.exec(lead);
  if (!multiple || after === 0) return;
  const ratio = after / before / TIMES[multiple[2]!.toLowerCase()]!;
  const [low, high] = multiple[1] === undefined ? [0.88, 1.14] : [0.75, 1.35];
  if (ratio < low || ratio > high) yield finding(change, `“${written}” has not “${multiple[0]}”.`);
}

/** "2,304 names, up 20 per cent from 1,920", "12 of them, or 30 per cent of its 40"; null where it says no such thing. */
function judgeAround(
  { value }: Analysis,
  numbers: readonly Amount[],
  share: Share,
): { readonly finding: Finding | null } | null {
  const tail = BEHIND_SHARE.exec(value.slice(share.to, share.to + 40));
  const last = tail && numbers.find(({ from }) => from === share.to + tail[0].length);
  const first = numbers.findLast(({ to }) => to <= share.from);
  if (!tail || !first || !last || (tail[1] === 'from') !== (share.says !== 'part')) return null;
  const isMoney = ({ from }: Amount): boolean => /[$£€¥]/u.test(value.charAt(from - 1));
  if (isMoney(first) !== isMoney(last) || value.slice(first.to, share.from).length > REACH) return null;
  const sizes =
    share.says === 'part'
      ? sharesOf(first, last, 'part')
      : [100 * (first.value / last.value - 1)]
          .filter((size) => size > 0 === (share.says === 'rise'))
          .map(Math.abs);
  const size = sizes[0];
  const slip =
    share.slip + (100 * (first.margin + last.margin)) / last.value / (first.decimals === null ? 1 : 50);
  if (
    size === undefined ||
    Math.abs(size - share.size) <= slip ||
    size > share.size * 4 ||
    size < share.size / 4
  )
    return { finding: null };
  const figures = `${value.slice(first.from, first.to)} and ${value.slice(last.from, last.to)}`;
  return { finding: wrongShare(value, share, size, figures) };
}

const BEHIND_SHARE = /^ (?:(from)|of (?:the|its|their|his|her|all|a total of))(?: the)? (?:[$£€¥])?(?=\d)/u;

/** Two figures of a sentence and, behind them, what the one is of the other. */
function* judgePair(
  { value }: Analysis,
  numbers: readonly Amount[],
  shares: readonly Share[],
): Generator<Finding> {
  const [share, more] = shares;
  if (!share || more) return;
  const before = numbers.filter(({ to }) => to <= share.from);
  const [a, b] = before.slice(-2);
  if (!a || !b) return;
  if (before.length > 2 && !/^,? (?:out )?of (?:which|whom|them|the|its)\b/u.test(value.slice(a.to, b.from)))
    return;
  // Figures of two kinds are no part of each other: "12 boats of ten metres".
  const between = value.slice(a.from, share.from);
  const tied =
    share.says === 'part'
      ? /\bof\b/iu.test(value.slice(Math.max(0, a.from - 24), share.from))
      : /\b(?:against|compared|was|were|(?:had|have|has) been|this year|to|before|now|earlier|ago|last|in \d{4}|for|instead|than)\b/iu.test(
          between,
        );
  if (!tied) return;
  const sizes = sharesOf(a, b, share.says);
  if (sizes.length === 0 || sizes.some((size) => Math.abs(size - share.size) <= share.slip)) return;
  // What is far off is a share of something else.
  if (!sizes.some((size) => size > share.size / 4 && size < share.size * 4)) return;
  yield wrongShare(value, share, sizes[0]!, between.replace(/[\s,(]+(?:\p{Ll}+ ){0,4}$/u, ''));
}

function wrongShare(value: string, share: Share, right: number, figures: string): Finding {
  const written = value.slice(share.from, share.to);
  const size = String(Number(Math.abs(right).toFixed(share.decimals ?? 0)));
  return {
    ...{ from: share.from, to: share.to, value: 'number' },
    correction: share.decimals === null || size === '0' ? null : size + value.slice(share.numberTo, share.to),
    message: `“${figures}” makes ${size} per cent, not “${written}”.`,
    confidence: 'high',
  };
}

const finding = ({ from, to }: { from: number; to: number }, message: string): Finding => ({
  ...{ from, to, value: 'number', correction: null },
  message,
  confidence: 'medium',
});
