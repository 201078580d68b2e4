import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { wordsOf } from '@/lib/text/words';
import {
  CHECKED_STATES,
  checkSpan,
  uncovered,
  unite,
  type CheckedSpan,
  type CheckedState,
} from './checked-spans';

const LENGTH = 60;
const passage = fc
  .tuple(fc.integer({ min: 0, max: LENGTH }), fc.integer({ min: 0, max: LENGTH }))
  .map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));
const said = fc.record({ passage, state: fc.constantFrom(...CHECKED_STATES, null) });

/** What was last said of every character. */
function byCharacter(
  all: readonly { passage: { start: number; end: number }; state: CheckedState | null }[],
) {
  const states = Array.from({ length: LENGTH }, (): CheckedState | null => null);
  for (const { passage: at, state } of all) states.fill(state, at.start, at.end);
  return states;
}

const spread = (layer: readonly CheckedSpan[]) =>
  byCharacter(layer.map(({ state, ...at }) => ({ passage: at, state })));

test('what is said last of a character holds, and spans never overlap or touch in one state', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), (all) => {
      const layer = all.reduce<readonly CheckedSpan[]>(
        (now, { passage: at, state }) => checkSpan(now, at, state),
        [],
      );
      expect(spread(layer)).toEqual(byCharacter(all));
      for (const [at, { start, end, state }] of layer.entries()) {
        expect(start).toBeLessThan(end);
        const next = layer[at + 1];
        if (next) expect(next.start > end || (next.start === end && next.state !== state)).toBe(true);
      }
    }),
  );
});

test('a word is covered when all of its characters are', () => {
  const text = createArticleText('😀 The harbour, café\u0301 and שלום again;\n\nthe harbour 👩🏽‍🚀 flew.');
  const words = paragraphsOf(text).flatMap((paragraph) => wordsOf(text, paragraph));
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 6 }), (spans) => {
      const covered = new Set(
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      );
      const expected = words.filter(({ start, end }) => {
        for (let at: number = start; at < end; at += 1) if (!covered.has(at)) return true;
        return false;
      });
      expect(uncovered(words, spans)).toEqual(expected);
      expect(unite(spans).reduce((sum, { start, end }) => sum + end - start, 0)).toBe(covered.size);
    }),
  );
});
