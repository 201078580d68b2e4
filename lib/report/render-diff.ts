import { toCodeUnit } from '@/lib/text/article-text';
import type { Report } from './report';

/** Lines shown around a change, as `diff -u` has them. */
const CONTEXT = 3;

/** Lines of the printed text that are replaced, counted from 0, and what stands there instead. */
interface LineChange {
  readonly from: number;
  readonly to: number;
  readonly replacement: readonly string[];
}

/**
 * The accepted corrections as a unified diff of the printed text and the corrected one, as `patch` applies it; empty
 * where there are none. Made from the corrections themselves, so its cost grows with their number alone. Throws where
 * collisions block it: see `Report.changes`.
 */
export function renderDiff(report: Report): string {
  const { text } = report;
  const lines = linesOf(text.value);
  const changes = lineChanges(report, lines);
  if (changes.length === 0) return '';
  const hunks: string[] = [];
  let shift = 0;
  for (const group of groupNear(changes)) {
    const from = Math.max(0, group[0]!.from - CONTEXT);
    const to = Math.min(lines.length, group.at(-1)!.to + CONTEXT);
    const body: string[] = [];
    let at = from;
    let added = 0;
    for (const change of group) {
      body.push(...lines.slice(at, change.from).map((line) => mark(' ', line)));
      body.push(...lines.slice(change.from, change.to).map((line) => mark('-', line)));
      body.push(...change.replacement.map((line) => mark('+', line)));
      added += change.replacement.length - (change.to - change.from);
      at = change.to;
    }
    body.push(...lines.slice(at, to).map((line) => mark(' ', line)));
    hunks.push(
      `@@ -${range(from, to - from)} +${range(from + shift, to - from + added)} @@\n${body.join('')}`,
    );
    shift += added;
  }
  return `--- article.txt\n+++ article-corrected.txt\n${hunks.join('')}`;
}

/** A line that its text ends without a line end is followed by a remark. */
const mark = (sign: ' ' | '-' | '+', line: string): string =>
  line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;

/** An empty range is named by the line before it. */
const range = (from: number, length: number): string =>
  `${length === 0 ? from : from + 1}${length === 1 ? '' : `,${length}`}`;

/** Lines with their ends; the last one may have none, and an empty text has no lines. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

/** Whole lines that the corrections touch, joined where they touch the same one; those that change nothing are left out. */
function lineChanges({ text, changes: plan }: Report, lines: readonly string[]): readonly LineChange[] {
  if (!plan.changes) throw new Error('Corrections collide: there is no one corrected text');
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length);
  const changes: { from: number; to: number; text: string; end: number }[] = [];
  let line = 0;
  for (const { start, end, replacement } of plan.changes) {
    const [unitStart, unitEnd] = [toCodeUnit(text, start) as number, toCodeUnit(text, end) as number];
    while (starts[line + 1]! <= unitStart) line += 1;
    let last = line;
    while (starts[last + 1]! < unitEnd) last += 1;
    const open = changes.at(-1);
    if (open && (line < open.to || (line === open.to && runsOn(open, starts)))) {
      open.text += text.value.slice(open.end, unitStart) + replacement;
      open.end = unitEnd;
      open.to = Math.max(open.to, last + 1);
    } else {
      const before = text.value.slice(starts[line], unitStart);
      changes.push({ from: line, to: last + 1, text: before + replacement, end: unitEnd });
    }
  }
  return changes.flatMap((change) => settle(change, lines, starts, text.value));
}

/** Whether the next line belongs to a change, because it took out the line end before. */
const runsOn = (
  { text, end, to }: { readonly text: string; readonly end: number; readonly to: number },
  starts: readonly number[],
): boolean => end === starts[to] && text !== '' && !text.endsWith('\n');

/** A correction that takes out a line end runs on into the next line. */
function settle(
  change: { readonly from: number; readonly to: number; readonly text: string; readonly end: number },
  lines: readonly string[],
  starts: readonly number[],
  text: string,
): readonly LineChange[] {
  const whole = change.text + text.slice(change.end, starts[change.to]);
  const joins = whole !== '' && !whole.endsWith('\n') && change.to < lines.length;
  const to = joins ? change.to + 1 : change.to;
  const after = joins ? whole + lines[change.to]! : whole;
  const before = lines.slice(change.from, to).join('');
  return before === after ? [] : [{ from: change.from, to, replacement: linesOf(after) }];
}

/** Changes whose context would touch stand in one hunk. */
function groupNear(changes: readonly LineChange[]): readonly LineChange[][] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    if (group && change.from - group.at(-1)!.to <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
  }
  return groups;
}
