import { z } from 'zod';
import { changeOf } from './change-of';
import { givenTime, labelUpTo, pageQuery, PersonRef, textUpTo, timestamp, uuid, webUrl } from './primitives';

/** The text itself is checked by lib/text, which says which character is wrong and where. */
export const PUBLICATION_PHASES = ['before', 'after'] as const;

const facts = {
  title: labelUpTo(300),
  byline: labelUpTo(300).nullable(),
  url: webUrl.nullable(),
  publishedAt: givenTime.nullable(),
  phase: z.enum(PUBLICATION_PHASES).nullable(),
};

/** The body of POST /projects/{id}/articles. */
export const NewArticle = z.strictObject({
  id: uuid.optional(),
  title: facts.title.optional(),
  text: z.string().meta({
    description:
      'At most 2,000,000 bytes of UTF-8, 20,000 lines, and 50,000 characters in a line. No NUL, no lone surrogates, at most 500 combining marks in a row.',
  }),
  byline: facts.byline.optional(),
  url: facts.url.optional(),
  publishedAt: facts.publishedAt.optional(),
  phase: facts.phase.optional(),
  /** The file it came from, kept as it was. */
  file: z
    .strictObject({
      name: textUpTo(255).min(1),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
      /** At most 4.2 MB of bytes: the largest text in UTF-16. */
      base64: z.base64().max(5_600_000),
    })
    .optional(),
});
export type NewArticle = z.infer<typeof NewArticle>;

/** The body of PATCH /articles/{id}. */
export const ArticleChange = changeOf(
  z.strictObject({ ...facts, archived: z.boolean(), trashed: z.boolean() }),
);
export type ArticleChange = z.infer<typeof ArticleChange>;

export const VersionRef = z.strictObject({
  id: uuid,
  number: z.int(),
  sha256: z.string(),
  length: z.int().meta({ description: 'Code points.' }),
});
export type VersionRef = z.infer<typeof VersionRef>;

export const ARTICLE_STATUSES = ['open', 'decided', 'issued'] as const;

export const ArticleView = z.strictObject({
  id: uuid,
  projectId: uuid,
  title: z.string(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: timestamp.nullable(),
  phase: z.enum(PUBLICATION_PHASES).nullable(),
  /** Computed: decided when it has marks and none is open. */
  status: z.enum(ARTICLE_STATUSES),
  archived: z.boolean(),
  trashed: z.boolean(),
  createdAt: timestamp,
  updatedAt: timestamp,
  currentVersion: VersionRef,
  counts: z.strictObject({
    marks: z.int(),
    open: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    sic: z.int(),
    merged: z.int(),
  }),
  /** Who has marked it. */
  people: z.array(PersonRef),
  /** The number of the newest event; the desk asks for events after it. */
  lastSeq: z.int(),
  /** Other articles of the project with the same text; only in the answer to creating one. */
  sameText: z.array(z.strictObject({ id: uuid, title: z.string() })).optional(),
});
export type ArticleView = z.infer<typeof ArticleView>;

export const ArticleFilter = pageQuery(100, 500).extend({
  q: textUpTo(200).optional(),
  /** What to list: the working ones, the archived, the trash. */
  shelf: z.enum(['current', 'archived', 'trash']).default('current'),
});
export type ArticleFilter = z.infer<typeof ArticleFilter>;

export const VersionView = VersionRef.extend({
  articleId: uuid,
  text: z.string(),
  fileName: z.string().nullable(),
  createdAt: timestamp,
});
export type VersionView = z.infer<typeof VersionView>;
