import type { NewArticle } from '@/lib/contract/article';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { checkText, type TextFailure, type TextLimits } from '@/lib/text/check-text';
import { decodeText, type TextEncoding } from '@/lib/text/decode-text';

/** The text of a new version as it will be stored, and the file it came from as it was. */
export interface GivenText {
  readonly text: string;
  readonly file: {
    readonly name: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly encoding: TextEncoding;
  } | null;
}

const FILE_MAX = 4_200_000;

/** Checks a text, and that the file sent along really holds it; `limits` as in `checkText`. */
export function readArticleText(
  text: string,
  file: NewArticle['file'],
  limits?: TextLimits,
): Outcome<GivenText> {
  const checked = checkText(text, limits);
  if (!checked.ok) return refuseText(checked.failure);
  if (file === undefined) return ok({ text: checked.value, file: null });
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.byteLength > FILE_MAX)
    return refuseFile(`Is larger than ${FILE_MAX.toLocaleString('en')} bytes.`);
  const decoded = decodeText(bytes, file.encoding);
  if (!decoded.ok) return refuseFile(decoded.failure.message);
  const inFile = checkText(decoded.value.text, limits);
  if (!inFile.ok || inFile.value !== checked.value)
    return refuseFile('Holds another text than the one sent along.');
  return ok({ text: checked.value, file: { name: file.name, bytes, encoding: decoded.value.encoding } });
}

function refuseText({ kind, message }: TextFailure): Outcome<never> {
  const errors = [{ field: 'text', message }];
  return failure(kind === 'too-large' ? 'too-large' : 'invalid-input', message, { errors });
}

const refuseFile = (message: string): Outcome<never> =>
  failure('invalid-input', `file: ${message}`, { errors: [{ field: 'file', message }] });
