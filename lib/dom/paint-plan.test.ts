import { describe, expect, test } from 'vitest';
import { COLOURS } from '@/lib/schema/tag-schema';
import { span } from '@/lib/text/offsets';
import {
  LEVELS,
  looksOf,
  MORE,
  OUT,
  overlayName,
  OVERLAYS,
  priorityOf,
  type Overlay,
} from './highlight-names';
import { planParagraph } from './paint-plan';
import type { MarkLook, PaintedMark } from './painter';

interface Given {
  readonly at: readonly [start: number, end: number];
  readonly look?: MarkLook;
  readonly out?: boolean;
}

/** Marks `m0`, `m1` … in blue, and their strokes as `name start-end`. */
function plan(given: readonly Given[]): { readonly strokes: readonly string[]; readonly more: number } {
  const marks = given.map(({ at: [start, end], look = 'open' }, order): PaintedMark => ({
    ...span(start, end),
    ...{ id: `m${order}`, order: `${order}`, look, colour: 'blue' },
  }));
  const hidden = new Set(given.flatMap(({ out }, order) => (out ? [`m${order}`] : [])));
  const { strokes, more } = planParagraph(
    marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
    hidden.size === 0 ? null : (id) => !hidden.has(id),
  );
  return { strokes: strokes.map(({ names, start, end }) => `${names.join('+')} ${start}-${end}`), more };
}

const cases: Record<
  string,
  { readonly given: readonly Given[]; readonly strokes: readonly string[]; readonly more?: number }
> = {
  nothing: { given: [], strokes: [] },
  'one mark': { given: [{ at: [2, 9] }], strokes: ['mark-blue-0 2-9'] },
  'nested and identical marks take levels of their own': {
    given: [{ at: [0, 9] }, { at: [0, 9] }, { at: [3, 5] }],
    strokes: ['mark-blue-0 0-9', 'mark-blue-1 0-9', 'mark-blue-2 3-5'],
  },
  'what was decided is laid over': {
    given: [
      { at: [0, 2], look: 'accepted' },
      { at: [3, 5], look: 'sic' },
      { at: [6, 8], look: 'quiet' },
    ],
    strokes: ['mark-blue-0+mark-accepted 0-2', 'mark-blue-0+mark-sic 3-5', 'mark-quiet-0 6-8'],
  },
  'what is left out takes no level': {
    given: [{ at: [0, 9], out: true }, { at: [2, 5] }],
    strokes: ['mark-out 0-9', 'mark-blue-0 2-5'],
  },
  'a crowd is drawn once, however great': {
    given: Array.from({ length: 500 }, () => ({ at: [4, 8] as const })),
    strokes: ['mark-blue-0 4-8', 'mark-blue-1 4-8', 'mark-blue-2 4-8', 'mark-more 4-8'],
    more: 497,
  },
};

describe('planParagraph', () => {
  test.each(Object.entries(cases))('%s', (_name, { given, strokes, more = 0 }) => {
    expect(plan(given)).toEqual({ strokes, more });
  });
});

describe('looks', () => {
  const levels = Array.from({ length: LEVELS }, (_, level) => level);
  const looks: readonly MarkLook[] = ['open', 'accepted', 'sic', 'quiet'];
  const overlays = (Object.keys(OVERLAYS) as Overlay[]).map(overlayName);
  const names = new Set([
    ...levels.flatMap((level) =>
      COLOURS.flatMap((colour) => looks.flatMap((look) => looksOf(look, colour, level))),
    ),
    ...[MORE, OUT],
    ...overlays,
  ]);

  test('are at most 64: each is a highlight, and each costs', () =>
    expect(names.size).toBeLessThanOrEqual(64));

  test('lie over each other: left out, level, decided, overlays', () => {
    const order = ['mark-out', 'mark-blue-0', 'mark-red-2', 'mark-accepted', ...overlays];
    const priorities = order.map(priorityOf);
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
    expect(priorityOf('mark-accepted')).toBeGreaterThan(priorityOf('mark-red-2'));
    expect(Math.min(...overlays.map(priorityOf))).toBeGreaterThan(priorityOf(MORE));
  });
});
