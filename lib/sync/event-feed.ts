import type { EventPage, EventView } from '@/lib/contract/event';
import type { LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { PersonRef } from '@/lib/contract/primitives';
import type { CallResult } from './api-client';
import type { StreamFate, StreamListener } from './follow-stream';

/** Why nothing more will come: not for these eyes any more, or the desk was put back to before what was seen here. */
export type FeedEnd = 'not-a-member' | 'put-back';

export interface EventFeedDoors {
  /** Follows the stream after a cursor to its end. */
  follow(after: LiveCursor, listener: StreamListener, signal: AbortSignal): Promise<StreamFate>;
  /** Reads the events after a cursor once, the oldest first; where streams do not come through. */
  read(after: LiveCursor): Promise<CallResult<EventPage>>;
  onEvents(events: readonly EventView[]): void;
  onProjectEvents(events: readonly EventView[]): void;
  /** Who is here; nobody, when that is not known. */
  onPeople(people: readonly PersonRef[]): void;
  onEnd(end: FeedEnd): void;
  /** Something here threw that should not have; the same is asked for again later. */
  onFault(thrown: unknown): void;
}

/** Milliseconds before another attempt: when a stream that was open is lost, and at most while nothing answers. */
const PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Between questions where streams are held back, and how long it takes until one is tried again. */
const POLL_PAUSE = 3_000;
const POLL_TIME = 300_000;

/**
 * Tells what others have done: by a stream while the page is looked at, or by asking every few seconds where something in between
 * holds streams back. A hidden page lets go of its stream: a browser has few connections to one server.
 */
export class EventFeed {
  readonly #doors: EventFeedDoors;
  readonly #window: Window;
  #after: LiveCursor;
  #line: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;
  #failures = 0;
  #pollUntil = 0;
  #closed = false;

  constructor(doors: EventFeedDoors, after: LiveCursor, window: Window) {
    this.#doors = doors;
    this.#after = after;
    this.#window = window;
    window.document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('online', this.#onOnline);
    this.askNow();
  }

  /** Asks at once, unless a stream brings everything anyway; a question that is under way is followed by another one. */
  askNow(): void {
    clearTimeout(this.#timer);
    if (this.#closed || !this.#isLookedAt()) return;
    if (this.#busy) this.#again = true;
    else void this.#ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#line?.abort();
    this.#window.document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#window.removeEventListener('online', this.#onOnline);
  }

  #isLookedAt(): boolean {
    return this.#window.document.visibilityState === 'visible';
  }

  readonly #onVisibility = (): void => {
    if (this.#isLookedAt()) return this.askNow();
    clearTimeout(this.#timer);
    this.#line?.abort();
  };

  /** A line that was open before the network went may never say that it is dead. */
  readonly #onOnline = (): void => {
    this.#failures = 0;
    this.#line?.abort();
    this.askNow();
  };

  async #ask(): Promise<void> {
    this.#busy = true;
    this.#again = false;
    let pause: number | null = LONGEST_PAUSE;
    try {
      pause = Date.now() < this.#pollUntil ? await this.#poll() : await this.#follow();
    } catch (thrown) {
      this.#failures += 1;
      pause = this.#pauseAfterFailure();
      this.#doors.onFault(thrown);
    } finally {
      this.#busy = false;
      this.#plan(pause);
    }
  }

  /** Plans the next attempt; null for none. Nothing is planned for a page that nobody looks at. */
  #plan(pause: number | null): void {
    if (pause === null) return this.close();
    if (this.#closed || !this.#isLookedAt()) return;
    this.#timer = setTimeout(() => void this.#ask(), this.#again ? 0 : pause);
  }

  #pauseAfterFailure(): number {
    return Math.min(PAUSE * 2 ** this.#failures, LONGEST_PAUSE);
  }

  /** Follows a stream to its end; answers how long to wait before the next, null when there must be none. */
  async #follow(): Promise<number | null> {
    const line = (this.#line = new AbortController());
    let opened = false;
    const fate = await this.#doors.follow(
      this.#after,
      {
        onOpen: () => {
          opened = true;
          this.#failures = 0;
        },
        onEvents: (events) => this.#doors.onEvents(events),
        onProjectEvents: (events) => this.#doors.onProjectEvents(events),
        onCursor: (cursor) => (this.#after = cursor),
        onPeople: (people) => this.#doors.onPeople(people),
      },
      line.signal,
    );
    this.#line = null;
    if (line.signal.aborted) return 0;
    if (!opened) this.#doors.onPeople([]);
    return this.#afterFate(fate, opened);
  }

  #afterFate(fate: StreamFate, opened: boolean): number | null {
    if (fate === 'not-a-member' || isRefusal(fate, 404)) return this.#end('not-a-member');
    if (isRefusal(fate, 422)) return this.#end('put-back');
    if (fate === 'held-back') {
      this.#pollUntil = Date.now() + POLL_TIME;
      return 0;
    }
    if (fate === 'stopping' || fate === 'role-changed' || (fate === 'lost' && opened)) return PAUSE;
    this.#failures += 1;
    return this.#pauseAfterFailure();
  }

  #end(end: FeedEnd): null {
    this.#doors.onEnd(end);
    return null;
  }

  /** Reads on until it has everything; answers how long to wait before the next question. */
  async #poll(): Promise<number | null> {
    for (;;) {
      const answer = await this.#doors.read(this.#after);
      if (this.#closed) return null;
      if (!answer.ok) {
        const { failure } = answer;
        if (failure.kind === 'refused' && failure.problem.status === 404) return this.#end('not-a-member');
        this.#failures += 1;
        return this.#pauseAfterFailure();
      }
      this.#failures = 0;
      const { items, last, project } = answer.value;
      if (last < this.#after.article) return this.#end('put-back');
      // A new schema comes before the marks that use it.
      if (project && project.items.length > 0) this.#doors.onProjectEvents(project.items);
      if (items.length > 0) this.#doors.onEvents(items);
      this.#after = {
        article: Math.max(this.#after.article, items.at(-1)?.seq ?? 0),
        project: Math.max(this.#after.project, project?.items.at(-1)?.seq ?? 0),
      };
      const more = items.length > 0 && this.#after.article < last;
      const moreOfProject = (project?.items.length ?? 0) > 0 && this.#after.project < project!.last;
      if (!more && !moreOfProject) return POLL_PAUSE;
    }
  }
}

const isRefusal = (fate: StreamFate, status: number): boolean =>
  typeof fate === 'object' && fate.refused === status;
