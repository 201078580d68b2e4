import { assignLevels } from './assign-levels';
import { findCrowd } from './crowds';
import { LEVELS, looksOf, MORE, OUT } from './highlight-names';
import type { PaintedMark } from './painter';

/** An extent in code points, and the looks it has; the same key in two plans is the same stroke, changed. */
export interface Stroke {
  readonly key: string;
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What a paragraph shows. */
export interface ParagraphPlan {
  readonly strokes: readonly Stroke[];
  /** How many marks more than can be told apart lie over its deepest place. */
  readonly more: number;
}

/**
 * What to draw for one paragraph's marks, given by start with the longer ones first. Marks over each other are on
 * different levels; what does not fit on the levels is drawn once, as a crowd, however many it is. Marks that are left out
 * take no level.
 */
export function planParagraph(
  marks: readonly PaintedMark[],
  isShown: ((id: string) => boolean) | null,
): ParagraphPlan {
  const shown = isShown ? marks.filter(({ id }) => isShown(id)) : marks;
  const levels = assignLevels(shown, LEVELS + 1);
  const strokes: Stroke[] = [];
  for (const { id, start, end, look, colour } of marks) {
    const level = levels.get(id);
    if (level === undefined) strokes.push({ key: id, names: [OUT], start, end });
    if (level === undefined || level >= LEVELS) continue;
    strokes.push({ key: id, names: looksOf(look, colour, level), start, end });
  }
  const { extents, more } = findCrowd(shown, levels, LEVELS);
  for (const { start, end } of extents) strokes.push({ key: `${MORE} ${start}`, names: [MORE], start, end });
  return { strokes, more };
}
