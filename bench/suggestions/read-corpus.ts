import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { inProject } from '@/bin/project';

const place = z.object({ start: z.number(), end: z.number() });
const about = {
  id: z.string(),
  published: z.string(),
  sources: z.array(z.object({ title: z.string(), text: z.string() })),
  text: z.string(),
};

const CheckedText = z.object({
  ...about,
  knownNames: z.array(z.string()),
  errors: z.array(z.object({ ...place.shape, kind: z.string(), related: z.array(place) })),
});

const QuotedText = z.object({
  ...about,
  quotations: z.array(
    z.object({
      ...place.shape,
      status: z.enum(['verbatim', 'altered', 'not-found']),
      changes: z.array(
        z.object({ ...place.shape, exact: z.string(), class: z.string(), declared: z.boolean().optional() }),
      ),
    }),
  ),
});

export type CheckedText = z.infer<typeof CheckedText>;
export type QuotedText = z.infer<typeof QuotedText>;
export type Place = z.infer<typeof place>;

/** The labelled texts; what their fields mean stands in the corpus's README. */
export function readCorpus(): {
  readonly errors: readonly CheckedText[];
  readonly clean: readonly CheckedText[];
  readonly quotes: readonly QuotedText[];
} {
  return {
    errors: readFolder('errors', CheckedText),
    clean: readFolder('clean', CheckedText),
    quotes: readFolder('quotes', QuotedText),
  };
}

function readFolder<T>(name: string, schema: z.ZodType<T>): T[] {
  const folder = inProject('bench', 'suggestions', 'corpus', name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => schema.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))));
}

/** A text over and over until it is so long, in UTF-16 units. */
export const longer = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);
