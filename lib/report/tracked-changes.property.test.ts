import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceText } from '@/lib/text/article-text';
import { applyCorrections } from './apply-corrections';
import { arbitraryChangedText } from './fixtures/arbitrary-changes';
import { trackChanges, type TrackedParagraph } from './tracked-changes';

/** What stays of tracked paragraphs when one kind of ink is taken out. */
const without = (paragraphs: readonly TrackedParagraph[], ink: 'inserted' | 'deleted'): string =>
  paragraphs
    .flatMap(({ runs, end }, index) => [
      ...runs.map((run) => ('text' in run && run.kind !== ink ? run.text : '')),
      index < paragraphs.length - 1 && end.kind !== ink ? '\n' : '',
    ])
    .join('');

test('rejected, the changes leave the text; accepted, the corrected text', () => {
  fc.assert(
    fc.property(arbitraryChangedText, ({ text, changes, comments }) => {
      const paragraphs = trackChanges(text, changes, comments);
      expect(without(paragraphs, 'inserted')).toBe(text.value);
      expect(without(paragraphs, 'deleted')).toBe(applyCorrections(text, changes).text);
      expect(paragraphs.at(-1)!.end).toEqual({ kind: 'kept' });
    }),
    { numRuns: 1_000 },
  );
});

test('every comment begins and ends once, around the text it is about', () => {
  fc.assert(
    fc.property(arbitraryChangedText, ({ text, changes, comments }) => {
      const around = new Map<number, string>();
      const open = new Set<number>();
      const add = (words: string): void => {
        for (const comment of open) around.set(comment, (around.get(comment) ?? '') + words);
      };
      for (const { runs, end } of trackChanges(text, changes, comments)) {
        for (const run of runs) {
          if (run.kind === 'comment-start') {
            expect(around.has(run.comment)).toBe(false);
            around.set(run.comment, '');
            open.add(run.comment);
          } else if (run.kind === 'comment-end') {
            expect(open.delete(run.comment)).toBe(true);
          } else if (run.kind !== 'inserted') {
            add(run.text);
          }
        }
        if (end.kind !== 'inserted') add('\n');
      }
      expect(open.size).toBe(0);
      expect(comments.map((_, comment) => around.get(comment))).toEqual(
        comments.map((comment) => sliceText(text, comment)),
      );
    }),
    { numRuns: 1_000 },
  );
});
