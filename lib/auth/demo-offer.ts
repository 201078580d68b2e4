import { connectionOf, isForwardingHeader, isLoopback } from './connection';

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** What of the settings counts here. */
export interface DemoSettings {
  readonly demo: boolean;
  readonly origin: string;
}

/**
 * Why nobody may be signed in as one of the demo's people by one click; null when they may. That is for trying Galley out
 * at the machine it runs on: the request names this machine as its host, comes from this machine, and nothing in it says that
 * it was passed on for somebody else. A desk with a public address of its own is no demo.
 */
export function findDemoObstacle(headers: Headers, { demo, origin }: DemoSettings): string | null {
  if (!demo) return 'This desk has no demo.';
  if (!LOCAL_HOST.test(new URL(origin).host)) return 'A desk with a public address offers no demo sign-in.';
  if (!LOCAL_HOST.test(headers.get('host') ?? '') || !isDirect(headers)) {
    return 'Demo sign-in works only in a browser on the machine that Galley runs on, at http://localhost.';
  }
  return null;
}

/** Straight from this machine. Where nobody watched the connection, any forwarding header, even the framework's, speaks against it. */
function isDirect(headers: Headers): boolean {
  const connection = connectionOf(headers);
  if (connection === null) return ![...headers.keys()].some(isForwardingHeader);
  return !connection.forwarded && isLoopback(connection.peer);
}
