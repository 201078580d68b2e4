import type { ArticleText } from '@/lib/text/article-text';
import type { ComparableWord } from './comparable-words';
import type { SourceIndex } from './source-index';
import { isKept, type Step } from './step';
import { FUNCTION_WORDS } from './word-classes';

/** A run of steps, from and to inclusive indexes. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** What parts two changes, however near. */
const MARK = /[.,;:!?…—–\n]/u;

/**
 * The runs of steps that both wordings do not share. Where the words of both sides are parted by the same mark, what
 * stands before it and what stands behind it are two changes.
 */
export function partAtMarks(
  article: ArticleText,
  passage: readonly ComparableWord[],
  source: SourceIndex,
  aligned: readonly Step[],
): { readonly steps: readonly Step[]; readonly runs: readonly Run[] } {
  const steps = gather(aligned, passage, source.keys);
  const runs: Run[] = [];
  for (const { from, to } of runsOf(steps)) {
    const own = steps.slice(from, to + 1).filter((step) => step.passage !== null);
    const theirs = steps.slice(from, to + 1).filter((step) => step.source !== null);
    let begin = from;
    for (;;) {
      const mine = firstMark(
        article.value,
        own.map(({ passage: at }) => passage[at!]!),
      );
      const other = firstMark(
        source.text.value,
        theirs.map(({ source: at }) => source.words[at!]!),
      );
      if (!mine || mine.mark !== other?.mark) break;
      const part = [...own.splice(0, mine.words), ...theirs.splice(0, other.words)];
      steps.splice(begin, part.length, ...part);
      runs.push({ from: begin, to: begin + part.length - 1 });
      begin += part.length;
    }
    steps.splice(begin, to + 1 - begin, ...own, ...theirs);
    runs.push({ from: begin, to });
  }
  return { steps, runs };
}

/**
 * One shared word in the midst of what was put in, or left out, is taken for the like word at its end: of "Go. Not one
 * of the 12 went. The …" the sentence was put in, and not its two halves.
 */
function gather(
  aligned: readonly Step[],
  passage: readonly ComparableWord[],
  keys: readonly string[],
): Step[] {
  const steps = [...aligned];
  for (const [at, { from, to }] of runsOf(aligned).entries()) {
    const middle = steps[from - 1];
    const before = steps[from - 2];
    const end = steps[to];
    if (at === 0 || !middle || !before || !end || isKept(before) || !isKept(middle)) continue;
    const run = steps.slice(from, to + 1);
    if (before.source === null && run.every(({ source }) => source === null)) {
      if (passage[end.passage!]!.key !== passage[middle.passage!]!.key) continue;
      steps[from - 1] = { passage: middle.passage, source: null };
      steps[to] = { passage: end.passage, source: middle.source };
    } else if (before.passage === null && run.every((step) => step.passage === null)) {
      if (keys[end.source!] !== keys[middle.source!]) continue;
      steps[from - 1] = { passage: null, source: middle.source };
      steps[to] = { passage: middle.passage, source: end.source };
    }
  }
  return steps;
}

/** The first mark between two of some words, and how many stand before it. */
function firstMark(
  value: string,
  words: readonly ComparableWord[],
): { readonly mark: string; readonly words: number } | null {
  for (let at = 1; at < words.length; at += 1) {
    const mark = MARK.exec(value.slice(words[at - 1]!.unitEnd, words[at]!.unitStart))?.[0];
    if (mark !== undefined) return { mark, words: at };
  }
  return null;
}

function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  for (const [at, step] of steps.entries()) {
    if (isKept(step)) continue;
    const last = runs.at(-1);
    if (last?.to === at - 1) runs[runs.length - 1] = { from: last.from, to: at };
    else runs.push({ from: at, to: at });
  }
  return runs;
}

/** Runs with a single function word between them are one, unless a mark parts them. */
export function joinRuns(
  { value }: ArticleText,
  runs: readonly Run[],
  steps: readonly Step[],
  passage: readonly ComparableWord[],
): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const between = last && run.from - last.to === 2 ? steps[last.to + 1]!.passage : null;
    if (last && between !== null && FUNCTION_WORDS.has(passage[between]!.key)) {
      const { unitStart, unitEnd } = passage[between]!;
      const around =
        value.slice(passage[between - 1]?.unitEnd ?? unitStart, unitStart) +
        value.slice(unitEnd, passage[between + 1]?.unitStart ?? unitEnd);
      if (MARK.test(around)) joined.push(run);
      else joined[joined.length - 1] = { from: last.from, to: run.to };
    } else {
      joined.push(run);
    }
  }
  return joined;
}
