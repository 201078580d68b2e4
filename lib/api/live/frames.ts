import type { LiveMessage } from '@/lib/contract/live';

const encoder = new TextEncoder();

/** One message of an event stream (HTML Living Standard, 9.2). JSON holds no line ends, so it is one line. */
export function frame(name: LiveMessage, data: unknown, id?: string): Uint8Array {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return encoder.encode(`${head}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A line that readers ignore: it only says that the line is open. */
export const BEAT_FRAME = encoder.encode(': beat\n\n');
