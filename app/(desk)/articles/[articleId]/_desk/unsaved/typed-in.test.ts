import { expect, test } from 'vitest';
import type { Operation } from '@/lib/contract/operation';
import { newId } from '@/lib/ids';
import { defaultSchema } from '@/lib/schema/default-schema';
import { typedIn } from './typed-in';

const head = { operationId: newId(), id: newId(), revision: 1 };
const adding = { ...head, kind: 'evidence.add', evidenceId: newId() } as const;

const CASES: Record<string, [operation: Operation, typed: string | null]> = {
  'a link alone': [
    { ...adding, evidence: { relation: 'supports', url: 'https://example.org/a' } },
    'https://example.org/a',
  ],
  'a link with its place, its passage and a note': [
    {
      ...adding,
      evidence: {
        relation: 'supports',
        url: 'https://example.org/a',
        locator: 'p. 3',
        excerpt: 'שָׁלוֹם 👩‍🚀',
        note: 'e\u0301',
      },
    },
    'https://example.org/a · p. 3 · שָׁלוֹם 👩‍🚀 · e\u0301',
  ],
  'a passage of a source': [
    {
      ...adding,
      evidence: { relation: 'context', sourceId: newId(), excerpt: 'It flew.', start: 0, end: 8 },
    },
    'It flew.',
  ],
  'nothing typed': [{ ...head, kind: 'annotation.delete' }, null],
};

test.each(Object.entries(CASES))('%s', (_name, [operation, typed]) => {
  expect(typedIn({ schema: defaultSchema }, operation)).toBe(typed);
});
