import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCards, type CardToPlace } from './place-cards';

const GAP = 10;
type Wish = readonly [anchor: number, height: number, fixed?: 'fixed'];
const cardsOf = (wishes: readonly Wish[]): CardToPlace[] =>
  wishes.map(([anchor, height, fixed]) => ({ anchor, height, fixed: fixed === 'fixed' }));
const topsOf = (wishes: readonly Wish[]): readonly number[] => placeCards(cardsOf(wishes), GAP);

const CASES: Record<string, { cards: readonly Wish[]; tops: readonly number[] }> = {
  'nobody there': { cards: [], tops: [] },
  'room enough': {
    cards: [
      [0, 50],
      [100, 50],
    ],
    tops: [0, 100],
  },
  'two on one line part evenly': {
    cards: [
      [200, 50],
      [200, 50],
    ],
    tops: [170, 230],
  },
  'none above the top': {
    cards: [
      [5, 50],
      [5, 50],
    ],
    tops: [0, 60],
  },
  'the open one stands still': {
    cards: [
      [200, 50],
      [200, 80, 'fixed'],
      [210, 50],
    ],
    tops: [140, 200, 290],
  },
  'a crowd does not reach those far off': {
    cards: [
      [0, 50],
      [300, 50],
      [300, 50],
      [900, 50],
    ],
    tops: [0, 270, 330, 900],
  },
};

describe('placeCards', () => {
  for (const [name, { cards, tops }] of Object.entries(CASES)) {
    it(name, () => expect(topsOf(cards)).toEqual(tops));
  }

  it('keeps order and distance, whatever the wishes', () => {
    const wish = fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 20, max: 400 }));
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), fc.nat(), (wishes, pick) => {
        const sorted = wishes.toSorted(([a], [b]) => a - b);
        const cards = cardsOf(sorted).map((card, index) => ({
          ...card,
          fixed: index === pick % sorted.length,
        }));
        const tops = placeCards(cards, GAP);
        expect(tops).toHaveLength(cards.length);
        for (const [index, top] of tops.entries()) {
          const before = cards[index - 1];
          if (before) expect(top).toBeGreaterThanOrEqual(tops[index - 1]! + before.height + GAP - 1);
          expect(top).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
