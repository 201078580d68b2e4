import type { Colour } from '@/lib/schema/tag-schema';
import type { MarkLook } from './painter';

/** How many marks over one place are told apart; that there are more is shown as such. */
export const LEVELS = 3;

/** Looks that belong to no mark's tag, with their priority above the marks'. */
export const OVERLAYS = {
  suggestion: 8,
  'suggestion-here': 9,
  found: 10,
  hover: 20,
  active: 30,
  selection: 40,
} as const;
export type Overlay = keyof typeof OVERLAYS;

/** Looks laid over a mark's own one, by what was decided on it. */
const DECIDED = { accepted: 'mark-accepted', sic: 'mark-sic' } as const;

/** Where more marks than levels lie over each other. */
export const MORE = 'mark-more';
/** What the filter leaves out. */
export const OUT = 'mark-out';

/** The names of a mark's looks on a level. */
export function looksOf(look: MarkLook, colour: Colour, level: number): readonly string[] {
  if (look === 'quiet') return [`mark-quiet-${level}`];
  const own = `mark-${colour}-${level}`;
  return look === 'open' ? [own] : [own, DECIDED[look]];
}

export const overlayName = (overlay: Overlay): string => `mark-${overlay}`;

/** Above which others a look is drawn: the level of a mark, then what was decided, then the overlays. */
export function priorityOf(name: string): number {
  const overlay = name.slice('mark-'.length);
  if (overlay in OVERLAYS) return OVERLAYS[overlay as Overlay];
  const level = Number(name.at(-1));
  if (!Number.isNaN(level)) return level + 1;
  return name === OUT ? 0 : LEVELS + 1;
}
