/** A name or an address with or without a port, and nothing that a URL would read as something else. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Whether a request that relies on cookies was sent by a page of ours. Browsers put the sending page's origin on every POST,
 * PUT, PATCH and DELETE; it has to be the configured public address, or the very host that the request was sent to (so a
 * desk works under every name it has in its network, without being told). A missing or opaque origin is not ours.
 */
export function isOwnOrigin(headers: Headers, publicOrigin: string): boolean {
  const origin = URL.parse(headers.get('origin') ?? '');
  if (origin === null || !/^https?:$/.test(origin.protocol)) return false;
  if (origin.origin === publicOrigin) return true;
  const host = headers.get('host') ?? '';
  return HOST.test(host) && URL.parse(`${origin.protocol}//${host}`)?.origin === origin.origin;
}
