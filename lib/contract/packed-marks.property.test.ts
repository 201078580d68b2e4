import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANNOTATION_STATUSES } from '@/lib/annotation/annotation';
import { describeTarget } from '@/lib/annotation/describe-target';
import { SEVERITIES } from '@/lib/schema/tag-schema';
import { createArticleText } from '@/lib/text/article-text';
import { awkwardText } from '@/lib/text/awkward-texts';
import { span } from '@/lib/text/offsets';
import type { AnnotationView } from './annotation';
import { packMarks, unpackMarks } from './packed-marks';

const uuid = fc.uuid();
const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });

const person = fc.constantFrom({ id: 'p-1', name: 'R. Vega' }, { id: 'p-2', name: 'Ωλγα 👩🏽‍🚀' });
const tag = fc.constantFrom(
  { tag: 'name', tagLabel: 'name misspelled' },
  { tag: 'quote', tagLabel: 'اقتباس' },
  { tag: 'term', tagLabel: 'wrong word' },
);
const evidence = fc.record({
  id: uuid,
  url: maybe(fc.webUrl()),
  source: maybe(fc.record({ id: uuid, number: fc.integer({ min: 1, max: 99 }), title: words })),
  start: maybe(fc.nat(1_000)),
  end: maybe(fc.nat(1_000)),
  prefix: maybe(words),
  suffix: maybe(words),
  note: maybe(words),
  excerpt: maybe(words),
  locator: maybe(words),
  relation: fc.constantFrom('supports' as const, 'contradicts' as const, 'context' as const),
  by: person,
  at: time,
});
const decision = fc.record({
  id: uuid,
  verdict: fc.constantFrom('accepted' as const, 'rejected' as const, 'reopened' as const),
  revision: fc.integer({ min: 1, max: 99 }),
  intoId: maybe(uuid),
  correction: maybe(words),
  reason: maybe(words),
  editor: person,
  at: time,
});

/** A text, and marks on it as the server would describe them. */
const marked = awkwardText
  .filter((value) => value !== '')
  .chain((value) => {
    const text = createArticleText(value);
    const place = fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => {
        const { exact, prefix, suffix } = describeTarget(
          text,
          span(start, Math.min(start + length, text.length)),
        ).quote;
        return { start, end: Math.min(start + length, text.length), exact, prefix, suffix };
      });
    const mark: fc.Arbitrary<AnnotationView> = fc
      .record({
        place,
        tag,
        bodies: fc.record({
          id: uuid,
          author: person,
          value: maybe(words),
          correction: maybe(words),
          note: maybe(words),
          severity: fc.constantFrom(...SEVERITIES),
          state: maybe(words),
          status: fc.constantFrom(...ANNOTATION_STATUSES),
          relatedId: maybe(uuid),
          origin: fc.constantFrom('person', 'name-near@1'),
          revision: fc.integer({ min: 1, max: 1_000 }),
          createdAt: time,
          updatedAt: time,
          deletedAt: maybe(time),
          evidence: fc.array(evidence, { maxLength: 2 }),
          decision: maybe(decision),
          changedSinceDecision: fc.boolean(),
        }),
      })
      .map(({ place: at, tag: tagged, bodies }) => ({
        articleId: 'article',
        versionId: 'version',
        ...at,
        ...tagged,
        ...bodies,
      }));
    return fc.tuple(fc.constant(text), fc.array(mark, { maxLength: 6 }));
  });

test('what was packed comes out as it was', () => {
  fc.assert(
    fc.property(marked, ([text, marks]) => {
      const { first, others } = unpackMarks(text, packMarks(text, marks), null);
      expect(first).toEqual(marks);
      expect(others()).toEqual([]);
    }),
  );
});

test('those that touch a stretch come first, and every mark comes once', () => {
  fc.assert(
    fc.property(marked, fc.nat(), fc.nat(), ([text, marks], one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
      const stretch = span(start!, end!);
      const { first, others } = unpackMarks(text, packMarks(text, marks), stretch);
      const touches = (mark: AnnotationView): boolean => mark.start < stretch.end && mark.end > stretch.start;
      expect(first).toEqual(marks.filter(touches));
      expect(others()).toEqual(marks.filter((mark) => !touches(mark)));
    }),
  );
});

test('an ordinary mark takes less than a sixth of its JSON', () => {
  const text = createArticleText('On a Soyug-FG rocket. '.repeat(100));
  const [mark] = fc.sample(
    marked.map(([, marks]) => marks[0]).filter((each) => each !== undefined),
    { seed: 1, numRuns: 1 },
  );
  const marks = Array.from({ length: 90 }, (_, at): AnnotationView => {
    const start = at * 22 + 5;
    return {
      ...mark!,
      ...{ start, end: start + 8, ...describeTarget(text, span(start, start + 8)).quote },
      ...{ value: null, note: null, correction: 'Soyuz-FG', state: null, evidence: [], decision: null },
      ...{ changedSinceDecision: false, deletedAt: null, relatedId: null, origin: 'person' },
    };
  });
  const plain = JSON.stringify(marks).length;
  expect(packMarks(text, marks).length).toBeLessThan(plain / 6);
});
