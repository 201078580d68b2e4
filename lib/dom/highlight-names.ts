import type { Colour } from '@/lib/schema/tag-schema';

/** How many overlapping marks look different; deeper ones share the last look. */
export const LEVELS = 4;

/** Looks that are no tag's colour, with their priority above the marks'. */
export const OVERLAYS = { found: 10, hover: 20, active: 30, selection: 40 } as const;
export type Overlay = keyof typeof OVERLAYS;

export const colourHighlight = (colour: Colour, level: number): string => `mark-${colour}-${level}`;
export const quietHighlight = (level: number): string => `mark-quiet-${level}`;
export const overlayHighlight = (overlay: Overlay): string => `mark-${overlay}`;
