import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords, splitWords } from './word-diff';

const word = fc.constantFrom(
  'a',
  'Soyug-FG',
  ' ',
  ' ',
  '\n',
  '.',
  '-',
  '’',
  '👩‍👩‍👧',
  '🇰🇿',
  'e\u0301',
  'שלום',
  'क्षि',
  '한',
  '',
);
const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(''));

test('the words of a string, joined, are the string', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
      expect(splitWords(any).join('')).toBe(any);
      expect(splitWords(any).every((part) => part !== '')).toBe(true);
    }),
  );
});

test('a diff holds both strings whole, and no empty part', () => {
  fc.assert(
    fc.property(text, text, (printed, corrected) => {
      const parts = diffWords(printed, corrected);
      expect(parts.map((part) => (part.kind === 'kept' ? part.text : part.removed)).join('')).toBe(printed);
      expect(parts.map((part) => (part.kind === 'kept' ? part.text : part.added)).join('')).toBe(corrected);
      for (const part of parts)
        expect(part.kind === 'kept' ? part.text : part.removed + part.added).not.toBe('');
    }),
  );
});
