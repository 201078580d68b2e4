import { z } from 'zod';
import { codePointOffset, givenTime, labelUpTo, PersonRef, timestamp, uuid, webUrl } from './primitives';

export const SOURCE_KINDS = ['primary', 'secondary'] as const;

const facts = {
  title: labelUpTo(300),
  author: labelUpTo(300).nullable(),
  publisher: labelUpTo(300).nullable(),
  url: webUrl.nullable(),
  archiveUrl: webUrl.nullable(),
  publishedAt: givenTime.nullable(),
  accessedAt: givenTime.nullable(),
  kind: z.enum(SOURCE_KINDS).nullable(),
  protected: z.boolean(),
};

/** The body of POST /articles/{id}/sources. Without a text it is a source to cite by place: an interview, a call, a book. */
export const NewSource = z
  .strictObject({
    ...z.strictObject(facts).partial().shape,
    id: uuid.optional(),
    /** Left out, it is the first line of the text. */
    title: facts.title.optional(),
    /** Checked by lib/text, which says which character is wrong and where. */
    text: z.string().optional(),
  })
  .refine((source) => source.title !== undefined || source.text !== undefined, {
    path: ['title'],
    error: 'Give a title or a text.',
  });
export type NewSource = z.infer<typeof NewSource>;

/** The body of PATCH /sources/{id}: facts only, for marks quote the text. Null clears. */
export const SourceChange = z
  .strictObject(facts)
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'Names nothing to change.' });
export type SourceChange = z.infer<typeof SourceChange>;

/** A source as evidence names it. */
export const SourceRef = z.strictObject({ id: uuid, number: z.int(), title: z.string() });
export type SourceRef = z.infer<typeof SourceRef>;

/** A source as lists and events show it: without its text. */
export const SourceView = SourceRef.extend({
  articleId: uuid,
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  publishedAt: timestamp.nullable(),
  accessedAt: timestamp.nullable(),
  kind: z.enum(SOURCE_KINDS).nullable(),
  protected: z.boolean(),
  /** Of the text, as 64 hex digits; null for a source without one. */
  sha256: z.string().nullable(),
  length: codePointOffset,
  revision: z.int(),
  by: PersonRef,
  createdAt: timestamp,
});
export type SourceView = z.infer<typeof SourceView>;

export const SourceWithText = SourceView.extend({ text: z.string().nullable() });
export type SourceWithText = z.infer<typeof SourceWithText>;
