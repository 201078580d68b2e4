import { z } from 'zod';
import { TEXT_ENCODINGS } from '@/lib/text/decode-text';
import { textUpTo, timestamp, webUrl } from './primitives';

export const DOCUMENT_KINDS = ['text', 'markdown', 'html', 'docx', 'pdf'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Megabytes of it, so what is none shows when it is decoded. */
const base64 = z
  .string()
  .meta({ format: 'base64', contentEncoding: 'base64', description: 'Of at most 10,000,000 bytes.' });

/** The body of POST /articles/{id}/readings. */
export const NewReading = z
  .strictObject({
    file: z
      .strictObject({
        name: textUpTo(255).min(1),
        /** How a text file without a byte order mark is encoded; UTF-8 unless told. */
        encoding: z.enum(TEXT_ENCODINGS).optional(),
        base64: base64,
      })
      .optional(),
    /** A page to fetch, where the server's settings allow that. */
    url: webUrl.optional(),
  })
  .refine(({ file, url }) => (file === undefined) !== (url === undefined), {
    path: ['file'],
    error: 'Give a file or a link, not both.',
  });
export type NewReading = z.infer<typeof NewReading>;

/** What was read: a draft of a source, of which nothing is stored. */
export const ReadingView = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  /** As the document itself says; null where it does not. */
  title: z.string().nullable(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: timestamp.nullable(),
  /** When it was fetched; null for a file. */
  accessedAt: timestamp.nullable(),
  /** One paragraph a line, with blank lines between. */
  text: z.string(),
  /** Whether menus and the like of a web page were left out. */
  mainOnly: z.boolean(),
});
export type ReadingView = z.infer<typeof ReadingView>;
