import { z } from 'zod';

/** Counts what people count and Postgres counts; cheap where the UTF-16 length already settles it. */
function fits(text: string, max: number): boolean {
  if (text.length <= max) return true;
  if (text.length > 2 * max) return false;
  let count = 0;
  for (const _ of text) if (++count > max) return false;
  return true;
}

/** Text that Postgres can hold and that comes back the same: no NUL, no lone surrogate. */
export const safeText = z.string().superRefine((text, context) => {
  if (text.includes('\0')) {
    context.addIssue({
      code: 'custom',
      message: `Holds a NUL character at code unit ${text.indexOf('\0')}.`,
    });
  }
  if (!text.isWellFormed()) {
    context.addIssue({ code: 'custom', message: 'Holds half of a surrogate pair, which is no character.' });
  }
});

/** Safe text of at most `max` code points. */
export const textUpTo = (max: number) =>
  safeText
    .refine((text) => fits(text, max), { error: `Longer than ${max.toLocaleString('en')} characters.` })
    .meta({ maxLength: max });

/** Safe text on one line, trimmed, with something in it. */
export const labelUpTo = (max: number) =>
  textUpTo(max)
    .refine((text) => !/[\n\r\u2028\u2029]/u.test(text), { error: 'Must stay on one line.' })
    .transform((text) => text.trim())
    .refine((text) => text !== '', { error: 'Must not be empty.' });

/** Lower-cased, as Postgres gives it back: two spellings of one id are the same. */
export const uuid = z.uuid().toLowerCase();

/** The parameters of a path that names one thing. */
export const IdParams = z.strictObject({ id: uuid });

/** A code-point offset into a version's text. */
export const codePointOffset = z.int().min(0).max(2_000_000).meta({ description: 'Unicode code points.' });

export const timestamp = z.iso.datetime({ offset: true });

/** A time that somebody tells us: in a year that every calendar, language and database can write. */
export const givenTime = timestamp.refine((text) => isOrdinaryTime(new Date(text)), {
  error: 'Must lie between the years 1000 and 9999.',
});

const isOrdinaryTime = (time: Date): boolean =>
  time.getUTCFullYear() >= 1000 && time.getUTCFullYear() <= 9999;

/**
 * A link somebody may follow: http or https only, and nobody's name or password in it. The URL standard mends blanks, line
 * ends and missing slashes; here they are refused, because what is stored is what was sent.
 */
export const webUrl = textUpTo(2_000).refine(
  (text) => {
    const url = URL.parse(text);
    return url !== null && FULL_LINK.test(text) && url.username === '' && url.password === '';
  },
  { error: 'Must be a full link that starts with http:// or https://.' },
);

const FULL_LINK = /^https?:\/\/[^\s\p{Cc}]+$/iu;

export const emailAddress = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email({ error: 'Must be an e-mail address.' }));

/** A person as others see them: on marks, events, decisions. */
export const PersonRef = z.strictObject({ id: uuid, name: z.string() });
export type PersonRef = z.infer<typeof PersonRef>;

/** The query of every list: how many, and from where. */
export const pageQuery = (size: number, max: number) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(max).default(size),
    cursor: z.string().max(2_000).optional(),
  });

/** A page of a list; `next` is the cursor of the following one, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
