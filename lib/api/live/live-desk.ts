import { LIVE_BEAT, type LiveCursor } from '@/lib/contract/plain/live-cursor';
import { onHint } from '@/lib/store/hints';
import { ArticleFeed } from './article-feed';
import { LiveStream, type LiveStreamStart } from './live-stream';
import { PeopleHere } from './people-here';

interface Place {
  readonly feed: ArticleFeed;
  readonly stopListening: () => void;
}

/** All streams of this process, and what keeps them going. */
class LiveDesk {
  readonly #feeds = new Map<string, ArticleFeed>();
  readonly #streams = new Map<LiveStream, Place>();
  readonly #people = new PeopleHere();
  #timer: ReturnType<typeof setInterval> | null = null;
  #stopping = false;

  get isStopping(): boolean {
    return this.#stopping;
  }

  countOf(personId: string): number {
    return [...this.#streams.keys()].filter(({ actor }) => actor.id === personId).length;
  }

  open(start: Omit<LiveStreamStart, 'onEnd'>, projectId: string, last: LiveCursor): LiveStream {
    const stream = new LiveStream({ ...start, onEnd: (ended) => this.#forget(ended) }, last);
    const { id, articleId, actor } = stream;
    const feed = this.#feeds.get(articleId) ?? new ArticleFeed(articleId, projectId, last);
    this.#feeds.set(articleId, feed);
    const stopListening = onHint(`person:${actor.id}`, () => void stream.recheck());
    this.#streams.set(stream, { feed, stopListening });
    this.#timer ??= setInterval(() => this.#beat(), LIVE_BEAT).unref();
    feed.join(stream);
    if (start.here) this.#people.enter({ id, articleId, personId: actor.id });
    return stream;
  }

  /** Ends all streams and opens no more: the process is about to stop. */
  stop(): void {
    this.#stopping = true;
    for (const stream of [...this.#streams.keys()]) stream.end('stopping');
  }

  #forget(stream: LiveStream): void {
    const place = this.#streams.get(stream);
    if (place === undefined) return;
    this.#streams.delete(stream);
    this.#people.leave(stream.id);
    place.stopListening();
    place.feed.leave(stream);
    if (place.feed.isEmpty) {
      place.feed.close();
      this.#feeds.delete(stream.articleId);
    }
    if (this.#streams.size === 0 && this.#timer !== null) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
  }

  /** What no hint has told, or one that got lost: looked at again, at leisure. */
  #beat(): void {
    this.#people.renew();
    for (const feed of this.#feeds.values()) {
      feed.readEvents();
      feed.readPeople();
    }
    for (const stream of [...this.#streams.keys()]) {
      stream.beat();
      void stream.recheck();
    }
  }
}

/** The framework may load this module more than once in a process; the streams belong to the process. */
const HOLDER = Symbol.for('galley.live-desk');
const holder: { [HOLDER]?: LiveDesk } = globalThis as typeof globalThis & { [HOLDER]?: LiveDesk };

/** The streams of this process. */
export const liveDesk = (): LiveDesk => (holder[HOLDER] ??= new LiveDesk());
