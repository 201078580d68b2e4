import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { decodeText } from '@/lib/text/decode-text';
import { findJsonFlaw, MAX_DEPTH } from './json-flaw';

/** Parses a JSON body strictly as UTF-8; a refusal names line and column. */
export function parseJson(bytes: Uint8Array): Outcome<unknown> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return failure('malformed-request', decoded.failure.message);
  const { text, encoding } = decoded.value;
  if (encoding !== 'utf-8') return failure('malformed-request', 'JSON travels as UTF-8.');
  if (text.trim() === '') return failure('malformed-request', 'The body is empty; JSON is expected.');
  const parsed = mayBeDeep(text) ? null : tryToParse(text);
  if (parsed !== null) return ok(parsed.value);
  const flaw = findJsonFlaw(text);
  if (flaw === null) return ok(JSON.parse(text) as unknown);
  const place = placeOf(text, flaw.at);
  return failure(
    'malformed-request',
    flaw.kind === 'depth'
      ? `The JSON is nested deeper than ${MAX_DEPTH} levels at ${place}.`
      : `The body is not JSON: it goes wrong at ${place}.`,
  );
}

/** What has few brackets is not deep, and may be a file of megabytes: looking for flaws takes ten times what parsing does. */
function mayBeDeep(text: string): boolean {
  let brackets = 0;
  for (const bracket of '{[') {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      brackets += 1;
      if (brackets > MAX_DEPTH) return true;
    }
  }
  return false;
}

function tryToParse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Both from 1, the column in UTF-16 units. */
function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
