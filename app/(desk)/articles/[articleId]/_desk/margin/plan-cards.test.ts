import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE, planCards, WHOLE, type CardToPlan, type PlannedPlace } from './plan-cards';

const ROOM = { from: 0, to: 4_000 };

const at = (anchors: readonly number[], open?: number): readonly CardToPlan[] =>
  anchors.map((anchor, index) => ({ id: `m${index}`, anchor, height: undefined, open: index === open }));

const kinds = (places: readonly PlannedPlace[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { shows } of places) counts[shows.kind] = (counts[shows.kind] ?? 0) + 1;
  return counts;
};

const many = (count: number, from: number, to: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + (index * (to - from)) / count);

const cases: Record<
  string,
  { readonly cards: readonly CardToPlan[]; readonly kinds: Record<string, number> }
> = {
  'no card': { cards: [], kinds: {} },
  'cards with room are whole': { cards: at(many(12, 0, 4_000)), kinds: { whole: 12 } },
  'some on one line spread around it': { cards: at(many(8, 2_000, 2_001)), kinds: { whole: 8 } },
  'more than spread are lines': { cards: at(many(10, 2_000, 2_001)), kinds: { line: 10 } },
  'only the crowd is lines': {
    cards: at([...many(10, 1_000, 1_001), 3_500, 3_800]),
    kinds: { line: 10, whole: 2 },
  },
  'what finds no slot is a note': { cards: at(many(5_000, 2_000, 2_001)), kinds: { line: 9, more: 1 } },
  'the open card stays, whole': {
    cards: at(many(5_000, 2_000, 2_001), 4_000),
    kinds: { line: 9, whole: 1, more: 1 },
  },
};

describe('planCards', () => {
  test.each(Object.entries(cases))('%s', (_name, { cards, kinds: expected }) => {
    expect(kinds(planCards(cards, ROOM))).toEqual(expected);
  });

  test('a note holds the marks that are not shown', () => {
    const places = planCards(at(many(30, 100, 101)), ROOM);
    const note = places.find(({ shows }) => shows.kind === 'more');
    expect(note?.shows).toEqual({
      kind: 'more',
      ids: Array.from({ length: 21 }, (_, index) => `m${index + 9}`),
    });
  });

  const anchors = fc.array(fc.nat(3_900), { maxLength: 300 }).map((list) => list.toSorted((a, b) => a - b));

  test('every mark has a card or is in a note, and nothing covers anything', () => {
    fc.assert(
      fc.property(anchors, fc.nat(300), (list, open) => {
        const places = planCards(at(list, open), ROOM);
        const ids = places.flatMap(({ key, shows }) => (shows.kind === 'more' ? shows.ids : [key]));
        expect(ids.toSorted()).toEqual(list.map((_, index) => `m${index}`).toSorted());
        for (const [index, { top, height }] of places.entries()) {
          const next = places[index + 1];
          if (next) expect(next.top - top).toBeGreaterThanOrEqual(height);
        }
      }),
    );
  });

  test('opening a card changes no other card’s form', () => {
    const cardForms = (places: readonly PlannedPlace[], but: string): readonly string[] =>
      places
        .filter(({ key, shows }) => key !== but && shows.kind !== 'more')
        .map(({ key, shows }) => `${key} ${shows.kind}`);
    fc.assert(
      fc.property(anchors, fc.nat(300), (list, open) => {
        const closed = cardForms(planCards(at(list), ROOM), `m${open}`);
        expect(cardForms(planCards(at(list, open), ROOM), `m${open}`)).toEqual(closed);
      }),
    );
  });

  test('lines are lower than cards', () => expect(LINE).toBeLessThan(WHOLE / 2));
});
