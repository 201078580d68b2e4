import { setTimeout as pause } from 'node:timers/promises';
import { createMessageReader } from '@/lib/sync/read-messages';
import type { BuiltArticle } from '@/prisma/builders/article';
import { withClient } from '@/prisma/test-database';
import { between } from '@/prisma/builders/random';
import type { FaultDesk } from './fault-desk';
import type { FaultReport } from './fault-report';
import { reconcile } from './reconcile';
import { Writers } from './writers';

export interface StreamsOrder {
  readonly desk: FaultDesk;
  readonly seed: number;
  readonly random: () => number;
  readonly events: number;
  readonly readers: number;
  readonly writers: number;
}

/** Milliseconds without anything new after which a reader gives up. */
const PATIENCE = 60_000;

/**
 * Readers follow one article through two processes while it is written to through both, and leave again and again in the middle of a
 * message, to come back to the other process with the last id they had. Each has to see each number once, in order.
 */
export async function followStreams(order: StreamsOrder): Promise<FaultReport> {
  const { desk, seed, random, events, readers: count, writers: pens } = order;
  const articles = await desk.addArticles(1);
  const apps = await Promise.all([desk.startApp(), desk.startApp()]);
  for (const app of apps) await app.waitUntilReady(120_000);
  const urls = apps.map((app) => app.url);
  const writers = new Writers({
    ...{ token: desk.token, articles, writers: pens, random },
    url: () => urls[between(random, 0, 1)]!,
  });
  let last: number | null = null;
  const readers = Array.from({ length: count }, () => new Reader(urls, desk.token, articles[0]!, random));
  const following = Promise.all(readers.map((reader) => reader.follow(() => last)));
  writers.start();
  while (writers.acknowledged.size < events && writers.unexpected.length === 0) await pause(5);
  await writers.finish();
  last = await lastSeq(desk.databaseUrl, articles[0]!);
  await following;
  await Promise.all(apps.map((app) => app.kill()));
  const reckoning = await reconcile(desk.databaseUrl, articles, writers);
  const left = readers.reduce((sum, reader) => sum + reader.left, 0);
  return {
    ...{ fault: 'streams that break off', seed, rounds: count, ...reckoning },
    wrong: [...writers.unexpected, ...readers.flatMap((reader) => reader.wrong)],
    more: `${count} readers saw ${last} events each and left ${left} times`,
  };
}

const lastSeq = (databaseUrl: string, { id }: BuiltArticle): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ last: number }>(
      'SELECT "lastSeq" AS last FROM "article" WHERE "id" = $1',
      [id],
    );
    return rows[0]!.last;
  });

class Reader {
  readonly wrong: string[] = [];
  left = 0;
  #seen = 0;
  #id: string | null = null;

  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    private readonly article: BuiltArticle,
    private readonly random: () => number,
  ) {}

  /** Reads until the last number, once that is known. */
  async follow(last: () => number | null): Promise<void> {
    let progress = performance.now();
    while (this.wrong.length === 0 && this.#seen !== last()) {
      const before = this.#seen;
      await this.#visit(between(this.random, 1, 900), last);
      if (this.#seen > before) progress = performance.now();
      else await pause(20);
      if (performance.now() - progress > PATIENCE)
        this.wrong.push(`A reader got no further than ${this.#seen}`);
    }
  }

  /** Opens a stream, takes so many events, and breaks the line off. */
  async #visit(count: number, last: () => number | null): Promise<void> {
    const line = new AbortController();
    // Whoever waits for a quiet stream does so for a moment only.
    const timer = setTimeout(() => line.abort(), between(this.random, 500, 3_000));
    const headers = new Headers({ accept: 'text/event-stream', authorization: `Bearer ${this.token}` });
    if (this.#id !== null) headers.set('last-event-id', this.#id);
    try {
      const url = `${this.urls[between(this.random, 0, this.urls.length - 1)]}/api/v1/articles/${this.article.id}/events`;
      const answer = await fetch(url, { headers, signal: line.signal });
      if (!answer.ok)
        return void this.wrong.push(`A stream was refused: ${answer.status} ${await answer.text()}`);
      const take = createMessageReader();
      const pieces = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (let left = count; left > 0 && this.#seen !== last();) {
        const { value } = await pieces.read();
        if (value === undefined) return;
        for (const { name, data, id } of take(value)) {
          // Of what has come in one piece, the rest is thrown away, as by a page that is closed.
          if (left <= 0) break;
          if (name !== 'article') continue;
          const { seq } = JSON.parse(data) as { seq: number };
          if (seq !== this.#seen + 1) this.wrong.push(`After ${this.#seen} came ${seq}`);
          this.#seen = seq;
          this.#id = id;
          left -= 1;
        }
      }
    } catch {
      // The line broke, which is what it is for.
    } finally {
      clearTimeout(timer);
      line.abort();
      this.left += 1;
    }
  }
}
