import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, type Socket } from 'node:net';

/** What a request's own socket and header lines said, before the framework added lines of its own. */
export interface Connection {
  /** The address at the other end of the socket: a browser, or the nearest proxy. */
  readonly peer: string;
  /** Whether a proxy, or somebody who poses as one, said on whose behalf the request comes. */
  readonly forwarded: boolean;
}

const HEADER = 'x-galley-connection';

const FORWARDING =
  /^(?:forwarded|via|x-forwarded.*|x-real-.*|x-original-.*|x-envoy-.*|x-cluster-.*|.*client-ip|.*connecting-ip)$/i;

/** Whether the name of a header is one that only proxies and the like have a use for. */
export const isForwardingHeader = (name: string): boolean => FORWARDING.test(name);

/**
 * What vouches for our own note. It is kept on the process, because the framework may load this module more than once; a
 * note that somebody else sends along cannot hold it.
 */
const PROCESS_KEY = Symbol.for('galley.connection-key');
const holder: { [PROCESS_KEY]?: string } = globalThis as typeof globalThis & { [PROCESS_KEY]?: string };

/**
 * From now on every request that this process's HTTP servers receive carries a note about its connection. It has to be
 * taken here: the framework fills in missing X-Forwarded-* lines by itself, after which nobody can tell who wrote them.
 */
export function watchConnections(): void {
  if (holder[PROCESS_KEY] !== undefined) return;
  const key = randomUUID();
  holder[PROCESS_KEY] = key;
  subscribe('http.server.request.start', (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    const names = request.rawHeaders.filter((_, index) => index % 2 === 0);
    const forwarded = names.some(isForwardingHeader) ? 'forwarded' : 'direct';
    request.headers[HEADER] = `${key} ${socket.remoteAddress ?? 'unknown'} ${forwarded}`;
  });
}

/** What is known about a request's connection; null when nobody watched, or the note is not ours. */
export function connectionOf(headers: Headers): Connection | null {
  const [key, peer, forwarded] = headers.get(HEADER)?.split(' ') ?? [];
  if (key === undefined || key !== holder[PROCESS_KEY] || peer === undefined) return null;
  return { peer: withoutMapping(peer), forwarded: forwarded !== 'direct' };
}

/** IPv4 over an IPv6 socket, as the IPv4 address it is. */
const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The address a request comes from: the socket's, or, where a proxy stands in front, what that proxy wrote into the header
 * named here (the last entry: the ones before it may have come with the request). Null when nobody watched.
 */
export function clientAddress(headers: Headers, ipHeader: string | null): string | null {
  const peer = connectionOf(headers)?.peer ?? null;
  if (ipHeader === null) return peer;
  const written = withoutMapping(headers.get(ipHeader)?.split(',').at(-1)?.trim() ?? '');
  return isIP(written) === 0 ? peer : written;
}
