import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOnTop, changedFields, mergeLists } from './changed-fields';

describe('changedFields', () => {
  const seen = { name: 'Orbit', names: ['Łódź'], style: { on: true } };

  test('names what differs, with what was seen of it', () => {
    expect(changedFields(seen, { ...seen, names: ['Łódź', '😀'] })).toEqual({
      names: ['Łódź', '😀'],
      seen: { names: ['Łódź'] },
    });
  });

  test('is nothing where nothing differs, in whatever order names come back', () => {
    const [here, back] = [
      { list: [{ one: 1, about: 'é' }], style: { b: true, a: null } },
      { list: [{ about: 'é', one: 1 }], style: { a: null, b: true } },
    ];
    expect(changedFields(here, back)).toBeNull();
    expect(changedFields(here, { ...back, list: [{ about: 'e', one: 1 }] })).toMatchObject({
      seen: { list: here.list },
    });
  });
});

test('what was not touched is as others have made it', () => {
  const seen = { name: 'Orbit', byline: 'e\u0301', phase: 'before' };
  const theirs = { name: 'Renamed', byline: '😀', phase: 'before' };
  expect(allOnTop(seen, { ...seen, byline: 'mine' }, theirs)).toEqual({ ...theirs, byline: 'mine' });
});

describe('mergeLists', () => {
  test('takes in what others did', () => {
    expect(mergeLists(['a', 'b'], ['a', 'b', 'mine'], ['b', 'theirs'])).toEqual(['b', 'mine', 'theirs']);
    expect(mergeLists(['a', 'b'], ['a'], ['a', 'b', 'c'])).toEqual(['a', 'c']);
  });

  test('loses nothing that anybody added, and keeps nothing that anybody took out', () => {
    const list = fc.uniqueArray(fc.constantFrom('Łódź', 'e\u0301', '😀', 'שלום', 'Soyuz-FG', 'Soyuz'));
    fc.assert(
      fc.property(list, list, list, (seen, mine, theirs) => {
        const merged = mergeLists(seen, mine, theirs);
        const wanted = [...mine, ...theirs].filter(
          (entry) => !seen.includes(entry) || (mine.includes(entry) && theirs.includes(entry)),
        );
        expect([...merged].sort()).toEqual([...new Set(wanted)].sort());
      }),
    );
  });
});
