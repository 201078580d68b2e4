import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tagByKey } from '@/lib/schema/find-tag';
import { defaultSchema } from '@/lib/schema/default-schema';

/** What has to be there at least. The corpus only grows, and so do these. */
const LEAST = { errors: 52, planted: 530, clean: 62, quotes: 31, changes: 280 };

const CLASSES = [
  ...['number', 'negation', 'name', 'title', 'tense or modal', 'function word', 'spelling'],
  ...['omission', 'insertion', 'other word'],
] as const;

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0), exact: z.string() });
const source = z.strictObject({ title: z.string().min(1), text: z.string().min(1) });
const about = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  language: z.enum(['en-GB', 'en-US']),
  subject: z.string().min(1),
  published: z.iso.date(),
  sources: z.array(source),
  text: z.string().refine((text) => text.isWellFormed() && !text.includes('\r')),
};

const checkedText = z.strictObject({
  ...about,
  knownNames: z.array(z.string().min(1)),
  errors: z.array(
    z.strictObject({
      ...span.shape,
      kind: z.string().regex(/^[a-z-]+$/),
      tag: z.string(),
      alsoTags: z.array(z.string()),
      correction: z.string().nullable(),
      related: z.array(span),
      note: z.string().optional(),
    }),
  ),
});

const inSource = {
  sourceStart: z.int().min(0),
  sourceEnd: z.int().min(0),
  sourceExact: z.string(),
};

const quotedText = z.strictObject({
  ...about,
  sources: z.array(source).min(1),
  quotations: z
    .array(
      z.strictObject({
        ...span.shape,
        status: z.enum(['verbatim', 'altered', 'not-found']),
        speaker: z.string().nullable(),
        source: z.int().min(0).nullable(),
        sourceStart: inSource.sourceStart.nullable(),
        sourceEnd: inSource.sourceEnd.nullable(),
        sourceExact: inSource.sourceExact.nullable(),
        changes: z.array(
          z.strictObject({
            ...span.shape,
            class: z.enum(CLASSES),
            alsoClasses: z.array(z.enum(CLASSES)),
            ...inSource,
            declared: z.boolean().optional(),
          }),
        ),
      }),
    )
    .min(1),
});

const errors = readFolder('errors', checkedText);
const clean = readFolder('clean', checkedText);
const quotes = readFolder('quotes', quotedText);

test('there is enough of everything', () => {
  expect(errors.length).toBeGreaterThanOrEqual(LEAST.errors);
  expect(clean.length).toBeGreaterThanOrEqual(LEAST.clean);
  expect(quotes.length).toBeGreaterThanOrEqual(LEAST.quotes);
  expect(errors.flatMap((text) => text.errors).length).toBeGreaterThanOrEqual(LEAST.planted);
  const changes = quotes.flatMap((text) => text.quotations).flatMap((quotation) => quotation.changes);
  expect(changes.length).toBeGreaterThanOrEqual(LEAST.changes);
});

test('every text has an id of its own', () => {
  const ids = [...errors, ...clean, ...quotes].map((text) => text.id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(errors)('errors of $id', ({ text, errors }) => {
  test('stand where they say, in order, apart from one another', () => {
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      for (const place of [error, ...error.related]) {
        expect(place.exact).not.toBe('');
        expect(slice(text, place.start, place.end)).toBe(place.exact);
      }
    }
    expectApart(errors);
  });

  test('have tags of the default schema and a correction that changes something', () => {
    for (const { tag, alsoTags, exact, correction } of errors) {
      for (const key of [tag, ...alsoTags]) expect(tagByKey(defaultSchema, key)?.key).toBe(key);
      expect(alsoTags).not.toContain(tag);
      expect(correction).not.toBe(exact);
    }
  });
});

test.each(clean)('$id has no error', ({ errors }) => {
  expect(errors).toEqual([]);
});

describe.each(quotes)('quotations of $id', ({ text, sources, quotations }) => {
  test('stand where they say, in order, apart from one another', () => {
    for (const quotation of quotations) {
      expect(slice(text, quotation.start, quotation.end)).toBe(quotation.exact);
      for (const change of quotation.changes) {
        expect(slice(text, change.start, change.end)).toBe(change.exact);
        expect(change.start).toBeGreaterThanOrEqual(quotation.start);
        expect(change.end).toBeLessThanOrEqual(quotation.end);
      }
      expectApart(quotation.changes);
    }
    expectApart(quotations);
  });

  test('lead to their words in the source', () => {
    for (const { source, sourceStart, sourceEnd, sourceExact, changes } of quotations) {
      if (source === null) continue;
      const said = sources[source]?.text ?? '';
      expect(slice(said, sourceStart ?? 0, sourceEnd ?? 0)).toBe(sourceExact);
      for (const change of changes) {
        expect(slice(said, change.sourceStart, change.sourceEnd)).toBe(change.sourceExact);
        expect(change.sourceStart).toBeGreaterThanOrEqual(sourceStart ?? 0);
        expect(change.sourceEnd).toBeLessThanOrEqual(sourceEnd ?? 0);
      }
    }
  });

  test('have the changes that their status says', () => {
    for (const { status, source, changes } of quotations) {
      expect(source === null).toBe(status === 'not-found');
      expect(changes.some((change) => change.declared !== true)).toBe(status === 'altered');
      for (const change of changes) expect(change.exact === change.sourceExact).toBe(false);
    }
  });
});

function readFolder<T>(folder: string, shape: z.ZodType<T>): T[] {
  const path = join(import.meta.dirname, 'corpus', folder);
  return readdirSync(path)
    .sort()
    .map((name) => shape.parse(JSON.parse(readFileSync(join(path, name), 'utf8'))));
}

function slice(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}

function expectApart(spans: readonly { start: number; end: number }[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    last = end;
  }
}
