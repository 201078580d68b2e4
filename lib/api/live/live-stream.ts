import type { EventView } from '@/lib/contract/event';
import type { LiveEndReason } from '@/lib/contract/live';
import { printCursor, type LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { PersonRef } from '@/lib/contract/primitives';
import type { MemberRole } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { newId } from '@/lib/ids';
import { readTail, type ArticleTail } from '@/lib/store/article-tail';
import { log } from '../log';
import { BEAT_FRAME, frame } from './frames';

export interface LiveStreamStart {
  readonly actor: Actor;
  readonly role: MemberRole;
  readonly articleId: string;
  /** After which numbers it begins. */
  readonly after: LiveCursor;
  /** Whether whoever looks is to be listed among the people here. */
  readonly here: boolean;
  /** Whether the session or token it was opened with still counts, for the same person. */
  readonly isStillValid: () => Promise<boolean>;
  /** Called once, however it ends. */
  readonly onEnd: (stream: LiveStream) => void;
}

/** Bytes that may wait for a slow reader. What does not fit is not kept but read again when there is room. */
const ROOM = 64 * 1024;
/** Events read at once when a reader is behind. */
const PAGE = 100;
/** Beats without any room before a reader counts as gone. */
const STALLED_BEATS = 4;

/**
 * What one reader gets. It holds no queue of events but a cursor: what the feed offers is written if it is the next and there is
 * room, and otherwise read from the table from the cursor on. So every event comes once and in order, and a slow reader
 * costs a fixed number of bytes.
 */
export class LiveStream {
  readonly id = newId();
  readonly actor: Actor;
  readonly articleId: string;
  readonly here: boolean;
  readonly body: ReadableStream<Uint8Array>;
  readonly #start: LiveStreamStart;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #cursor: LiveCursor;
  #wanted: LiveCursor;
  #people: readonly PersonRef[] | null = null;
  #pumping = false;
  #ended = false;
  #stalled = 0;

  constructor(start: LiveStreamStart, last: LiveCursor) {
    this.#start = start;
    this.actor = start.actor;
    this.articleId = start.articleId;
    this.here = start.here;
    this.#cursor = start.after;
    this.#wanted = last;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          controller.enqueue(frame('open', last, printCursor(start.after)));
        },
        pull: () => {
          this.#stalled = 0;
          this.#tellPeople();
          void this.#pump();
        },
        cancel: () => this.#finish(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: ROOM }),
    );
  }

  /** What the feed has just read for everybody. */
  offer(tail: ArticleTail): void {
    if (this.#ended || !this.#admit(tail)) return;
    if (!this.#pumping) this.#write(tail);
    this.catchUp(tail.last);
  }

  /** Reads on, if it has not come as far as that. */
  catchUp({ article, project }: LiveCursor): void {
    this.#wanted = {
      article: Math.max(this.#wanted.article, article),
      project: Math.max(this.#wanted.project, project),
    };
    void this.#pump();
  }

  /** Who is here now; only the newest list is kept for a slow reader. */
  offerPeople(people: readonly PersonRef[]): void {
    this.#people = people;
    this.#tellPeople();
  }

  /** A sign of life; and the end of a reader who has taken nothing for a minute. */
  beat(): void {
    if (this.#ended) return;
    if (this.#hasRoom()) this.#controller.enqueue(BEAT_FRAME);
    else if ((this.#stalled += 1) >= STALLED_BEATS) this.#breakOff();
  }

  /** Ends it when whoever opened it is signed out by now. Faults (the database is away) say nothing about that. */
  async recheck(): Promise<void> {
    if (this.#ended) return;
    try {
      if (!(await this.#start.isStillValid())) this.end('signed-out');
    } catch (fault) {
      log().debug({ err: fault }, 'a stream could not be looked at again');
    }
  }

  /** Says why, and ends it. */
  end(reason: LiveEndReason): void {
    if (this.#ended) return;
    // Closing waits until everything has been taken, which a reader who takes nothing would put off for ever.
    if (!this.#hasRoom()) return this.#breakOff();
    this.#controller.enqueue(frame('end', { reason }));
    this.#controller.close();
    this.#finish();
  }

  /** For a reader whose line is known to be gone. */
  breakOff(): void {
    if (!this.#ended) this.#breakOff();
  }

  #breakOff(): void {
    this.#controller.error(new DOMException('The reader takes nothing.', 'AbortError'));
    this.#finish();
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#start.onEnd(this);
  }

  #hasRoom(): boolean {
    return (this.#controller.desiredSize ?? 0) > 0;
  }

  #isBehind(): boolean {
    return this.#cursor.article < this.#wanted.article || this.#cursor.project < this.#wanted.project;
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (!this.#ended && this.#isBehind() && this.#hasRoom()) {
        const tail = await readTail(this.articleId, this.#cursor, PAGE);
        if (tail === null || this.#ended || !this.#admit(tail)) break;
        this.#write(tail);
      }
    } catch (fault) {
      // The database is away: the feed calls again as soon as it is back.
      log().debug({ err: fault }, 'a stream could not read on');
    } finally {
      this.#pumping = false;
    }
  }

  /** Whether the reader may have this; ends the stream where not, and where the role it was opened with is another by now. */
  #admit({ readers }: ArticleTail): boolean {
    const role = readers.get(this.actor.id);
    if (role === this.#start.role) return true;
    this.end(role === undefined ? 'not-a-member' : 'role-changed');
    return false;
  }

  /** Project events first: a new schema comes before the marks that use it. */
  #write({ projectEvents, articleEvents }: ArticleTail): void {
    this.#writeAll('project', projectEvents);
    this.#writeAll('article', articleEvents);
  }

  #writeAll(kind: keyof LiveCursor, events: readonly EventView[]): void {
    for (const event of events) {
      if (event.seq <= this.#cursor[kind]) continue;
      if (event.seq !== this.#cursor[kind] + 1 || !this.#hasRoom()) return;
      this.#cursor = { ...this.#cursor, [kind]: event.seq };
      this.#controller.enqueue(frame(kind, event, printCursor(this.#cursor)));
    }
  }

  #tellPeople(): void {
    if (this.#people === null || this.#ended || !this.#hasRoom()) return;
    this.#controller.enqueue(frame('people', { items: this.#people }));
    this.#people = null;
  }
}
