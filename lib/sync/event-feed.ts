import type { EventPage, EventView } from '@/lib/contract/event';
import type { CallResult } from './api-client';

export interface EventFeedDoors {
  /** Reads the events after a number, the oldest first. */
  read(after: number): Promise<CallResult<EventPage>>;
  onEvents(events: readonly EventView[]): void;
  /** Something here threw that should not have; the question is asked again later. */
  onFault(thrown: unknown): void;
}

/** Milliseconds between questions: while all is well, and at most while nothing answers. */
const PAUSE = 3_000;
const LONGEST_PAUSE = 30_000;

/** Asks for what others have done, every few seconds while the page is looked at. */
export class EventFeed {
  readonly #doors: EventFeedDoors;
  readonly #document: Document;
  #after: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;
  #again = false;
  #failures = 0;
  #closed = false;

  constructor(doors: EventFeedDoors, after: number, document: Document) {
    this.#doors = doors;
    this.#after = after;
    this.#document = document;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#plan();
  }

  /** Asks at once; a question that is under way is followed by another one. */
  askNow(): void {
    clearTimeout(this.#timer);
    this.#again = true;
    void this.#ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#document.removeEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = (): void => {
    if (this.#document.visibilityState === 'visible') this.askNow();
    else clearTimeout(this.#timer);
  };

  async #ask(): Promise<void> {
    if (this.#reading || this.#closed) return;
    this.#reading = true;
    try {
      do {
        this.#again = false;
      } while ((await this.#read()) || this.#again);
    } catch (thrown) {
      this.#failures += 1;
      this.#doors.onFault(thrown);
    } finally {
      this.#reading = false;
      this.#plan();
    }
  }

  /** Reads once and answers whether there is more to read at once. */
  async #read(): Promise<boolean> {
    const answer = await this.#doors.read(this.#after);
    if (this.#closed) return false;
    if (!answer.ok) {
      this.#failures += 1;
      this.#again = false;
      return false;
    }
    const { items, last } = answer.value;
    if (items.length > 0) this.#doors.onEvents(items);
    this.#failures = 0;
    this.#after = Math.max(this.#after, items.at(-1)?.seq ?? 0);
    return items.length > 0 && this.#after < last;
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#document.visibilityState !== 'visible') return;
    const pause = Math.min(PAUSE * 2 ** this.#failures, LONGEST_PAUSE);
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }
}
