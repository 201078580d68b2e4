import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFlaw, MAX_DEPTH } from './json-flaw';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON with something cut out, put in or replaced. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.nat(3),
    fc.constantFrom(
      '',
      '"',
      '\\',
      '{',
      '}',
      ']',
      ',',
      ':',
      '-',
      '.',
      'e',
      '0',
      'nul',
      '\n',
      '\u0001',
      '\ud83d',
      '\u00a0',
    ),
  )
  .map(([text, at, cut, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  });

/** Anything made of the characters that matter. */
const scraps = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '1',
      '-',
      '.',
      'E',
      '+',
      'true',
      'null',
      ' ',
      '\\u12aF',
      'a',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the first flaw of a text', () => {
  test('is none just where the engine parses it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, scraps), (text) => {
        expect(findJsonFlaw(text) === null).toBe(parses(text));
      }),
      { numRuns: 3_000 },
    );
  });

  test('leaves nothing wrong in front of it', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const flaw = findJsonFlaw(text);
        if (flaw === null) return;
        const before = findJsonFlaw(text.slice(0, flaw.at));
        expect(before === null || before.at === flaw.at).toBe(true);
      }),
    );
  });

  test.each([1, MAX_DEPTH, MAX_DEPTH + 1, 200_000])('in brackets %i deep', (depth) => {
    const text = '['.repeat(depth) + ']'.repeat(depth);
    expect(findJsonFlaw(text)).toEqual(depth > MAX_DEPTH ? { kind: 'depth', at: MAX_DEPTH } : null);
  });

  test('of a long string is found without recursion', () => {
    expect(findJsonFlaw(`"${'x\\n'.repeat(2_000_000)}"`)).toBeNull();
  });
});
