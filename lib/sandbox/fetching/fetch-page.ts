import { isIP, type LookupFunction } from 'node:net';
import { Agent, request, type Dispatcher } from 'undici';
import { READING_FILE_MAX } from '@/lib/contract/plain/reading-limits';
import { fail, ok, type Result } from '@/lib/result';
import { INTERNET, type Network } from './network';

/** What stood at an address. */
export interface FetchedPage {
  /** Where it stood in the end. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** As its server says, in lower case; empty where it does not. */
  readonly mediaType: string;
  readonly charset: string | null;
}

export interface FetchLimits {
  /** Milliseconds for all of it, redirects included. */
  readonly time: number;
  /** Bytes. */
  readonly size: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { time: 15_000, size: READING_FILE_MAX, redirects: 5 };

/** Why there is no page, as the end of a sentence that begins with its address. */
type Refused = Result<never, string>;

/**
 * Fetches a page from the internet. Each address on the way is resolved once, every one of a name has to be public, and the
 * connection is made to what was checked, so no second answer of a name server counts. No cookies, no credentials, nothing
 * kept. An abort throws.
 */
export async function fetchPage(
  address: string,
  signal?: AbortSignal,
  network: Network = INTERNET,
  limits: FetchLimits = LIMITS,
): Promise<Result<FetchedPage, string>> {
  const late = AbortSignal.timeout(limits.time);
  const until = signal ? AbortSignal.any([signal, late]) : late;
  try {
    let url = new URL(address);
    for (let hops = 0; hops <= limits.redirects; hops += 1) {
      const answer = await askOnce(url, network, until, limits.size);
      if (!answer.ok) return answer;
      if (!(answer.value instanceof URL)) return ok(answer.value);
      url = answer.value;
    }
    return fail(`leads on and on: more than ${limits.redirects} times.`);
  } catch (thrown) {
    signal?.throwIfAborted();
    if (late.aborted) return fail(`did not answer within ${limits.time / 1_000} seconds.`);
    const { code } = thrown as NodeJS.ErrnoException;
    return fail(
      code === 'ENOTFOUND' || code === 'EAI_AGAIN'
        ? 'leads nowhere: there is no such server.'
        : `cannot be reached${code === undefined ? '' : ` (${code})`}.`,
    );
  }
}

/** The page, or the address that it leads on to. */
async function askOnce(
  url: URL,
  network: Network,
  signal: AbortSignal,
  size: number,
): Promise<Result<FetchedPage | URL, string>> {
  const addresses = await addressesOf(url, network, signal);
  if (!addresses.ok) return addresses;
  const agent = new Agent({ connect: { lookup: pinned(addresses.value), timeout: 8_000 } });
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
        'accept-encoding': 'identity',
        'user-agent': 'Galley',
      },
    });
    return await readAnswer(response, url, size);
  } finally {
    await agent.destroy();
  }
}

async function addressesOf(
  url: URL,
  { resolve, admits, ports }: Network,
  signal: AbortSignal,
): Promise<Result<readonly string[], string>> {
  if (!/^https?:$/.test(url.protocol)) return fail('leads to something else than a web page.');
  if (url.username !== '' || url.password !== '') return fail('holds a name or a password.');
  if (url.port !== '' && !ports.includes(Number(url.port))) {
    return fail(`names the port ${url.port}; only the usual ones of the web are asked.`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await raced(resolve(host), signal);
  if (addresses.length > 0 && addresses.every(admits)) return ok(addresses);
  return fail('leads into a private network, from which nothing is fetched.');
}

/** A name server that does not answer must not hold up more than the time there is. */
const raced = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });

/** Answers every question of a connection with what was checked. */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, { all }, answer) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    if (all) answer(null, found);
    else answer(null, found[0]!.address, found[0]!.family);
  };

async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  size: number,
): Promise<Result<FetchedPage | URL, string>> {
  const refuse = (says: string): Refused => {
    body.on('error', () => undefined).destroy();
    return fail(says);
  };
  const header = (name: string): string => [headers[name] ?? ''].flat()[0] ?? '';
  if ([301, 302, 303, 307, 308].includes(statusCode)) {
    const next = URL.parse(header('location'), url);
    refuse('');
    return next === null ? fail('leads on to an address that is none.') : ok(next);
  }
  if (statusCode !== 200) return refuse(`was answered with the status ${statusCode}.`);
  if (!/^(?:identity)?$/i.test(header('content-encoding'))) {
    return refuse('was answered in packed form, which was not asked for.');
  }
  const tooLarge = `has more than ${size.toLocaleString('en')} bytes.`;
  if (Number(header('content-length')) > size) return refuse(tooLarge);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > size) return refuse(tooLarge);
    chunks.push(chunk);
  }
  const [mediaType = '', ...parameters] = header('content-type').toLowerCase().split(';');
  const charset = /^\s*charset\s*=\s*"?([^"\s]+)/;
  return ok({
    url: url.href,
    bytes: Buffer.concat(chunks),
    mediaType: mediaType.trim(),
    charset: parameters.map((each) => charset.exec(each)?.[1]).find((each) => each !== undefined) ?? null,
  });
}
