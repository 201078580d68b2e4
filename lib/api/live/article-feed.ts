import type { LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { PersonRef } from '@/lib/contract/primitives';
import { readTail } from '@/lib/store/article-tail';
import { onHint } from '@/lib/store/hints';
import { peopleAt } from '@/lib/store/presence';
import type { LiveStream } from './live-stream';
import { oneAtATime } from './one-at-a-time';

/** Events read at once for all readers. */
const PAGE = 200;

/** Everything that this process's readers of one article get: read once, offered to each. */
export class ArticleFeed {
  readonly #articleId: string;
  readonly #streams = new Set<LiveStream>();
  readonly #stops: readonly (() => void)[];
  #cursor: LiveCursor;
  #people: readonly PersonRef[] | null = null;
  readonly readEvents = oneAtATime('a feed could not read on', () => this.#readEvents());
  readonly readPeople = oneAtATime('a feed could not tell who is here', () => this.#readPeople());

  /** Begins where its first reader has found the article to be. */
  constructor(articleId: string, projectId: string, last: LiveCursor) {
    this.#articleId = articleId;
    this.#cursor = last;
    this.#stops = [
      onHint(`article:${articleId}`, this.readEvents),
      onHint(`project:${projectId}`, this.readEvents),
      onHint(`here:${articleId}`, this.readPeople),
    ];
    // For what was told before anybody listened.
    this.readEvents();
  }

  get isEmpty(): boolean {
    return this.#streams.size === 0;
  }

  join(stream: LiveStream): void {
    this.#streams.add(stream);
    stream.catchUp(this.#cursor);
    if (this.#people === null) this.readPeople();
    else stream.offerPeople(this.#people);
  }

  leave(stream: LiveStream): void {
    this.#streams.delete(stream);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  async #readEvents(): Promise<void> {
    for (let more = true; more && !this.isEmpty;) {
      const tail = await readTail(this.#articleId, this.#cursor, PAGE);
      if (tail === null) return;
      const { articleEvents, projectEvents, last } = tail;
      this.#cursor = {
        article: articleEvents.at(-1)?.seq ?? last.article,
        project: projectEvents.at(-1)?.seq ?? last.project,
      };
      for (const stream of [...this.#streams]) stream.offer(tail);
      more = this.#cursor.article < last.article || this.#cursor.project < last.project;
    }
  }

  async #readPeople(): Promise<void> {
    if (this.isEmpty) return;
    const people = await peopleAt(this.#articleId);
    if (JSON.stringify(people) === JSON.stringify(this.#people)) return;
    this.#people = people;
    for (const stream of this.#streams) stream.offerPeople(people);
  }
}
