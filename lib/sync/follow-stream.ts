import type { LiveEnd, LiveEndReason, LivePeople } from '@/lib/contract/live';
import { LIVE_BEAT, printCursor, readCursor, type LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { EventView } from '@/lib/contract/event';
import type { PersonRef } from '@/lib/contract/primitives';
import { createMessageReader, type StreamMessage } from './read-messages';

/** What a stream brings. Whatever throws here ends it, and the throw comes out of `followStream`. */
export interface StreamListener {
  /** It is open; everything from the cursor on follows. */
  onOpen(): void;
  onEvents(events: readonly EventView[]): void;
  onProjectEvents(events: readonly EventView[]): void;
  /** The cursor behind the events that were told last. */
  onCursor(cursor: LiveCursor): void;
  onPeople(people: readonly PersonRef[]): void;
}

/**
 * How it came to an end: the server's own reason; refused under a status; `lost`, with the line or after a silence; or `held-back`:
 * something in between gathers the answer instead of passing it on.
 */
export type StreamFate = LiveEndReason | 'lost' | 'held-back' | { readonly refused: number };

/** Milliseconds for the first message, which the server sends at once. */
const OPENING_PATIENCE = 8_000;
/** Three beats. */
const SILENCE = 3 * LIVE_BEAT;

/** Opens an article's stream after a cursor and follows it to its end; an abort through `signal` counts as lost. */
export async function followStream(
  url: string,
  after: LiveCursor,
  listener: StreamListener,
  signal: AbortSignal,
): Promise<StreamFate> {
  const silence = new AbortController();
  const line = AbortSignal.any([signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), OPENING_PATIENCE);
  let opened = false;
  const live = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE);
  };
  const unheard = (): StreamFate => (silence.signal.aborted && !opened ? 'held-back' : 'lost');
  try {
    const response = await fetchStream(url, after, line);
    if (response === null) return unheard();
    if (!response.ok) return { refused: response.status };
    const type = response.headers.get('content-type') ?? '';
    if (response.body === null || !type.startsWith('text/event-stream')) return 'held-back';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const take = createMessageReader();
    for (;;) {
      const piece = await readPiece(reader);
      if (piece === null) return unheard();
      live();
      const end = tell(take(piece), listener);
      opened = true;
      if (end !== null) return end;
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

/** Null where nothing answers. */
async function fetchStream(url: string, after: LiveCursor, signal: AbortSignal): Promise<Response | null> {
  const headers = { accept: 'text/event-stream', 'last-event-id': printCursor(after) };
  try {
    return await fetch(url, { headers, signal, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    return null;
  }
}

/** The next piece of the answer; null at its end, however it came. */
async function readPiece(reader: ReadableStreamDefaultReader<string>): Promise<string | null> {
  try {
    return (await reader.read()).value ?? null;
  } catch {
    return null;
  }
}

/** Passes messages on, neighbouring events of a kind together; answers the reason when one says that the stream ends. */
function tell(messages: readonly StreamMessage[], listener: StreamListener): LiveEndReason | null {
  for (let at = 0; at < messages.length;) {
    const { name, data } = messages[at]!;
    let next = at + 1;
    while (messages[next]?.name === name) next += 1;
    const events = (): EventView[] =>
      messages.slice(at, next).map((each) => JSON.parse(each.data) as EventView);
    if (name === 'open') listener.onOpen();
    else if (name === 'article') listener.onEvents(events());
    else if (name === 'project') listener.onProjectEvents(events());
    else if (name === 'people') listener.onPeople((JSON.parse(data) as LivePeople).items);
    else if (name === 'end') return (JSON.parse(data) as LiveEnd).reason;
    const cursor = readCursor(messages[next - 1]!.id ?? '');
    if (cursor !== null) listener.onCursor(cursor);
    at = next;
  }
  return null;
}
