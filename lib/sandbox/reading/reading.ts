import type { DocumentKind, ReadingView } from '@/lib/contract/reading';
import { fail, type Result } from '@/lib/result';
import type { TextEncoding } from '@/lib/text/decode-text';

/** What a document is, apart from its bytes. */
export interface Nameplate {
  /** Of the file, or of the page. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** As declared: of a text one that is known here, of a page whatever its server said. */
  readonly encoding: TextEncoding | null;
  readonly charset: string | null;
}

/** Of a document that is more than its text. */
export type FormattedPlate = Nameplate & { readonly kind: Exclude<DocumentKind, 'text'> };

/** Why there is nothing to read: `too-large` for what is too much, the rest for what is no such document. */
export interface Unreadable {
  readonly code: 'invalid-input' | 'too-large';
  /** A sentence that begins with the document: “a.pdf” is … */
  readonly message: string;
  /** Set where the document was said to be encoded otherwise than it is. */
  readonly misread?: true;
}

/** What a reader finds; facts that it does not know are left out. */
export type Found = Partial<Omit<ReadingView, 'kind' | 'text'>> & { readonly text: string };

/** Reads the bytes of one kind of document. Throws for what is broken in a way that nobody foresaw. */
export type Reader = (bytes: Uint8Array, plate: Nameplate) => Answer | Promise<Answer>;
type Answer = Result<Found, Unreadable>;

export const unreadable = (
  { name }: Pick<Nameplate, 'name'>,
  says: string,
  code: Unreadable['code'] = 'invalid-input',
): { readonly ok: false; readonly failure: Unreadable } => fail({ code, message: `“${name}” ${says}` });
