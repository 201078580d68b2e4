import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteView } from '@/lib/contract/checking';
import { createArticleText } from '@/lib/text/article-text';
import { quoteParts } from './quote-parts';

const TEXT = createArticleText('😀 “We will close café\u0301 at last,” she said, שלום.');
const characters = [...TEXT.value];

const quote = (start: number, end: number, changes: readonly (readonly [number, number])[]): QuoteView => ({
  ...{
    start,
    end,
    exact: '',
    parts: [],
    verdict: 'altered',
    source: null,
    sourceStart: null,
    sourceEnd: null,
  },
  ...{ passage: null, shareVerbatim: 0 },
  changes: changes.map(([from, to]) => ({
    ...{ kind: 'wording', start: from, end: to, said: 'x', sourceStart: 0, sourceEnd: 1 },
    printed: characters.slice(from, to).join(''),
  })),
});

test('every change stands where it was printed, and nothing else is lost', () => {
  const ends = fc.uniqueArray(fc.integer({ min: 2, max: 36 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(ends, (list) => {
      const sorted = list.toSorted((a, b) => a - b).slice(0, list.length - (list.length % 2));
      const changes = Array.from(
        { length: sorted.length / 2 },
        (_, at) => [sorted[2 * at]!, sorted[2 * at + 1]!] as const,
      );
      const parts = quoteParts(TEXT, quote(2, 36, changes));
      const printed = parts.map((part) => (part.kind === 'same' ? part.text : part.printed)).join('');
      expect(printed).toBe(characters.slice(2, 36).join(''));
      expect(parts.flatMap((part) => (part.kind === 'change' ? [part.at] : []))).toEqual(
        changes.map((_, at) => at),
      );
    }),
  );
});

test('a quotation without changes is one stretch', () => {
  expect(quoteParts(TEXT, quote(2, 8, []))).toEqual([{ kind: 'same', text: '“We wi' }]);
});

test('of a change only what was struck or put in is shown so', () => {
  const { changes, ...rest } = quote(2, 36, [[4, 6]]);
  const shown = (printed: string, said: string) =>
    quoteParts(TEXT, { ...rest, changes: [{ ...changes[0]!, printed, said }] }).flatMap((part) =>
      part.kind === 'change' ? part.diff : [],
    );
  expect(shown('all', 'all docked')).toEqual([
    { kind: 'same', text: 'all' },
    { kind: 'new', text: ' docked' },
  ]);
  expect(shown('between the', 'between')).toEqual([
    { kind: 'same', text: 'between' },
    { kind: 'gone', text: ' the' },
  ]);
});
