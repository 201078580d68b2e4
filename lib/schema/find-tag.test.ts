import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSchema } from './default-schema';
import { findChoice, findTag, nearestChoices, nearestTags } from './find-tag';
import type { TagSchema } from './tag-schema';

const FOUND = {
  key: { typed: 'name-variant', key: 'name-variant' },
  label: { typed: 'name misspelled', key: 'name' },
  'other case': { typed: 'Name Misspelled', key: 'name' },
  'wide gaps': { typed: ' name   misspelled ', key: 'name' },
  'part of a label': { typed: 'misspelled', key: null },
  nothing: { typed: '', key: null },
  'inherited property': { typed: 'constructor', key: null },
};

describe('findTag', () => {
  it.each(Object.entries(FOUND))('%s', (_, { typed, key }) => {
    expect(findTag(defaultSchema, typed)?.key ?? null).toBe(key);
  });

  it('finds retired tags too', () => {
    const retired: TagSchema = {
      version: 2,
      tags: defaultSchema.tags.map((tag) => ({ ...tag, retired: true })),
    };
    expect(findTag(retired, 'spelling')?.key).toBe('spelling');
    expect(nearestTags(retired, 'speling')).toEqual([]);
  });
});

const NEAR = {
  'a slip': { typed: 'name mispelled', first: 'name' },
  'swapped letters': { typed: 'gramamr', first: 'grammar' },
  'one word of a label': { typed: 'misspelled', first: 'name' },
  'a word with a slip': { typed: 'inconsistant', first: 'name-variant' },
  'a beginning': { typed: 'punc', first: 'punct' },
  'a wrong key': { typed: 'spel', first: 'spelling' },
  'nothing like it': { typed: 'xylophone', first: null },
  nothing: { typed: '  ', first: null },
};

describe('nearestTags', () => {
  it.each(Object.entries(NEAR))('%s', (_, { typed, first }) => {
    const nearest = nearestTags(defaultSchema, typed);
    expect(nearest[0]?.key ?? null).toBe(first);
    expect(nearest.length).toBeLessThanOrEqual(3);
  });

  it('is quick with a whole text typed by mistake', () => {
    expect(nearestTags(defaultSchema, 'x'.repeat(1_000_000))).toEqual([]);
  });

  it('finds every label after one slip', () => {
    const slip = fc.tuple(fc.constantFrom(...defaultSchema.tags), fc.nat(), fc.constantFrom('x', 'é', ''));
    fc.assert(
      fc.property(slip, ([tag, seed, letter]) => {
        const at = seed % tag.label.length;
        const typed = tag.label.slice(0, at) + letter + tag.label.slice(at + 1);
        expect(nearestTags(defaultSchema, typed).map(({ key }) => key)).toContain(tag.key);
      }),
    );
  });
});

it('finds and suggests choices', () => {
  const choices = ['quotation mark', 'full stop', 'comma'];
  expect(findChoice(choices, 'Full  Stop')).toBe('full stop');
  expect(findChoice(choices, 'stop')).toBeNull();
  expect(nearestChoices(choices, 'coma')).toEqual(['comma']);
  expect(nearestChoices(choices, 'stop')).toEqual(['full stop']);
});
