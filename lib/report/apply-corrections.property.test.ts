import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArticleText } from '@/lib/text/article-text';
import { applyCorrections, unapplyCorrections } from './apply-corrections';
import { arbitraryChangedText } from './fixtures/arbitrary-changes';

test('taking the corrections back gives the version’s text again', () => {
  fc.assert(
    fc.property(arbitraryChangedText, ({ text, changes }) => {
      const corrected = applyCorrections(text, changes);
      expect(unapplyCorrections(createArticleText(corrected.text), corrected.applied)).toBe(text.value);
    }),
    { numRuns: 1_000 },
  );
});

test('the corrected text is what changing from the end, one by one, gives', () => {
  fc.assert(
    fc.property(arbitraryChangedText, ({ text, changes }) => {
      const characters = [...text.value];
      for (const { start, end, replacement } of changes.toReversed()) {
        characters.splice(start, end - start, ...replacement);
      }
      expect(applyCorrections(text, changes).text).toBe(characters.join(''));
    }),
  );
});
