import { failure, type Outcome } from '@/lib/contract/failure';
import { nextTurn } from '@/lib/next-turn';
import { ok } from '@/lib/result';
import { parseJson } from './parse-json';

/** The JSON body of a request, read no further than `limit` bytes. */
export async function readJsonBody(request: Request, limit: number): Promise<Outcome<unknown>> {
  if (!isJson(request.headers.get('content-type'))) {
    return failure('unsupported-media-type', 'Send JSON, with the header Content-Type: application/json.');
  }
  const bytes = await readBytes(request, limit);
  if (!bytes.ok) return bytes;
  const parsed = parseJson(bytes.value);
  if (bytes.value.length > LARGE) await nextTurn();
  return parsed;
}

/** Bytes from which on others get their turn between what is done with a body. */
const LARGE = 1_000_000;

/** An endpoint that takes no body takes none: what would be ignored is refused. An empty object counts as none. */
export async function refuseBody(request: Request): Promise<Outcome<undefined>> {
  const bytes = await readBytes(request, 1_000);
  if (!bytes.ok) return bytes;
  const said = new TextDecoder().decode(bytes.value).trim();
  if (said === '' || said === '{}') return ok(undefined);
  const message = 'No body is expected here.';
  return failure('invalid-input', message, { errors: [{ field: '', message }] });
}

function isJson(contentType: string | null): boolean {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((name) => name.startsWith('charset='));
  return (
    type.trim() === 'application/json' && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
  );
}

async function readBytes(request: Request, limit: number): Promise<Outcome<Uint8Array>> {
  const tooLarge = failure('too-large', `The body is larger than ${limit.toLocaleString('en')} bytes.`);
  if (Number(request.headers.get('content-length')) > limit) return tooLarge;
  if (request.body === null) return ok(new Uint8Array(0));
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return tooLarge;
      }
      chunks.push(next.value);
    }
  } catch {
    // Whoever sent it went away in the middle: nobody's fault here, and nobody is left to read the answer.
    return failure('malformed-request', 'The body broke off before its end.');
  }
  return ok(Buffer.concat(chunks));
}
