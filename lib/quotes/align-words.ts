import { diffArrays } from 'diff';
import type { ComparableWord } from './comparable-words';
import type { Window } from './find-windows';
import { settleEnds } from './settle-ends';
import { sentenceAround, type SourceIndex } from './source-index';
import { isKept, type Step } from './step';

export interface Alignment {
  /** From the passage's first word to its last. */
  readonly steps: readonly Step[];
  readonly kept: number;
  /** Words of the source between the passage's ends that the passage has not. */
  readonly omitted: number;
}

/**
 * Words taken out and put in at which the search stops. By a number, not by time: the same texts give the same answer
 * on every machine.
 */
const MOST_EDITS = 800;

/** Aligns a passage with a window of a source word by word, or null when they share too little for that. */
export function alignWords(
  passage: readonly ComparableWord[],
  source: SourceIndex,
  window: Window,
): Alignment | null {
  const found = diffArrays(
    passage.map(({ key }) => key),
    source.keys.slice(window.from, window.to),
    { maxEditLength: MOST_EDITS },
  );
  if (!found) return null;
  const steps: Step[] = [];
  let inPassage = 0;
  let inSource = window.from;
  for (const { added, removed, count } of found) {
    for (let n = 0; n < (count ?? 0); n += 1) {
      steps.push({ passage: added ? null : inPassage, source: removed ? null : inSource });
      if (!added) inPassage += 1;
      if (!removed) inSource += 1;
    }
  }
  const trimmed = trimEnds(settleEnds(steps, passage, source), source);
  if (!trimmed) return null;
  return {
    steps: trimmed,
    kept: trimmed.filter(isKept).length,
    omitted: trimmed.filter(({ passage: here }) => here === null).length,
  };
}

/**
 * A window is wider than the passage. Where the passage's own first or last words are changed, as many words of the
 * source stand against them, of the same sentence; the rest of the window is none of its business.
 */
function trimEnds(steps: readonly Step[], source: SourceIndex): readonly Step[] | null {
  const first = steps.findIndex(isKept);
  const last = steps.findLastIndex(isKept);
  if (first < 0) return null;
  const begins = sentenceAround(source, steps[first]!.source!).from;
  const ends = sentenceAround(source, steps[last]!.source!).to;
  const own = (part: readonly Step[]): Step[] => part.filter(({ source: there }) => there === null);
  const theirs = (part: readonly Step[]): Step[] =>
    part.filter(({ passage, source: there }) => passage === null && there! >= begins && there! < ends);
  const head = steps.slice(0, first);
  const tail = steps.slice(last + 1);
  const lead = own(head);
  const rest = own(tail);
  return [
    ...lead,
    ...(lead.length === 0 ? [] : theirs(head).slice(-lead.length)),
    ...steps.slice(first, last + 1),
    ...rest,
    ...theirs(tail).slice(0, rest.length),
  ];
}
