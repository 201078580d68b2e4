import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordShelves } from './word-shelves';

/** Few letters, so that words meet on their shelves. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 5 });

describe('WordShelves', () => {
  it('has what a set has', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (words, others) => {
        const shelves = new WordShelves(words);
        const set = new Set(words.filter((one) => one !== ''));
        for (const one of [...words, ...others]) expect(shelves.has(one)).toBe(set.has(one));
      }),
    );
  });

  it('tells the words of a beginning and a length in order', () => {
    fc.assert(
      fc.property(fc.array(word), word, fc.nat(6), (words, one, length) => {
        const like = words.filter((other) => other !== '' && other[0] === one[0] && other.length === length);
        expect([...new WordShelves(words).like(one, length)]).toEqual(like.sort());
      }),
    );
  });

  it('holds shelves of thousands', () => {
    const words = Array.from({ length: 5_000 }, (_, n) => `w${String(n).padStart(4, '0')}`);
    const shelves = new WordShelves(words.toReversed());
    expect([...shelves.like('w', 5)]).toEqual(words);
    expect(words.every((one) => shelves.has(one))).toBe(true);
    expect(shelves.has('w5000')).toBe(false);
  });
});
