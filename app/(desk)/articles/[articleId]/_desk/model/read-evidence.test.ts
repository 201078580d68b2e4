import { describe, expect, it } from 'vitest';
import { findLinkFlaw, readEvidence } from './read-evidence';

const CASES: Record<string, { typed: string; evidence: object | null }> = {
  nothing: { typed: '  \n', evidence: null },
  'a link': { typed: ' https://example.org/a?b=1 ', evidence: { url: 'https://example.org/a?b=1' } },
  'a link without its protocol': { typed: 'www.example.org', evidence: { url: 'https://www.example.org/' } },
  'a note': { typed: 'Called the press office.', evidence: { note: 'Called the press office.' } },
  'a link with a note': {
    typed: 'https://example.org/ third paragraph',
    evidence: { url: 'https://example.org/', note: 'third paragraph' },
  },
  'a note with a link in it': {
    typed: 'See https://example.org/',
    evidence: { note: 'See https://example.org/' },
  },
  'half a link': { typed: 'https://', evidence: { note: 'https://' } },
  'a link with a password': {
    typed: 'https://a:b@example.org/',
    evidence: { note: 'https://a:b@example.org/' },
  },
};

describe('readEvidence', () => {
  for (const [name, { typed, evidence }] of Object.entries(CASES)) {
    it(name, () =>
      expect(readEvidence(typed, 'supports')).toEqual(evidence && { relation: 'supports', ...evidence }),
    );
  }
});

describe('findLinkFlaw', () => {
  it.each([
    '',
    'Called the press office.',
    'https://example.org/ third paragraph',
    'www.example.org',
    'See https://',
  ])('finds nothing in %j', (typed) => expect(findLinkFlaw(typed)).toBeNull());
  it.each(['https://', 'http:/example.org', 'https://a:b@example.org/ note', 'www.', 'https:example.org'])(
    'says what is wrong with %j',
    (typed) => expect(findLinkFlaw(typed)).toMatch(/is no link that can be opened\. Give a full one/),
  );
});
