import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { settings } from '../settings';

/**
 * What Postgres tells about on the channel `galley`: an article or a project that has new events, an article whose people came or
 * went, a person who lost a session or a token.
 */
export type HintTopic = `${'article' | 'project' | 'here' | 'person'}:${string}`;

/** Milliseconds: how often the connection is tried while nothing comes, and how long it may take to answer. */
const KEEP_ALIVE = 10_000;
const PATIENCE = 5_000;
/** Between attempts to connect again; it doubles up to the second. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 2_000;

/**
 * The one connection of a process that listens. It is there while somebody is interested, comes back by itself, and then
 * rings for everybody, because what was told in between is lost.
 */
class Hints {
  readonly #interested = new Map<HintTopic, Set<() => void>>();
  #listening = false;
  #client: Client | null = null;

  subscribe(topic: HintTopic, ring: () => void): () => void {
    const rings = this.#interested.get(topic) ?? new Set();
    this.#interested.set(topic, rings.add(ring));
    if (!this.#listening) void this.#listen();
    return () => {
      rings.delete(ring);
      if (rings.size === 0 && this.#interested.get(topic) === rings) this.#interested.delete(topic);
      if (this.#interested.size === 0) void this.#client?.end().catch(() => undefined);
    };
  }

  async #listen(): Promise<void> {
    this.#listening = true;
    for (let wait = FIRST_PAUSE; this.#interested.size > 0;) {
      wait = (await this.#listenOnce()) ? FIRST_PAUSE : Math.min(2 * wait, LONGEST_PAUSE);
      if (this.#interested.size > 0) await pause(wait);
    }
    this.#listening = false;
  }

  /** Listens until the connection is lost; answers whether there was one. */
  async #listenOnce(): Promise<boolean> {
    const client = new Client({
      connectionString: settings().databaseUrl,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
      application_name: 'galley live',
    });
    const lost = new Promise<void>((resolve) => {
      client.on('end', resolve);
      client.on('error', () => resolve());
    });
    client.on('notification', ({ payload }) => this.#ring(topicOf(payload ?? '')));
    let tick: ReturnType<typeof setInterval> | undefined;
    try {
      await client.connect();
      await client.query('LISTEN galley');
      this.#client = client;
      this.#ringAll();
      const silent = new Promise<void>((resolve) => {
        tick = setInterval(() => void client.query('SELECT 1').catch(() => resolve()), KEEP_ALIVE);
      });
      if (this.#interested.size > 0) await Promise.race([lost, silent]);
      return true;
    } catch {
      return false;
    } finally {
      clearInterval(tick);
      this.#client = null;
      // Of a connection that has died, nobody waits for the farewell.
      void client.end().catch(() => undefined);
    }
  }

  #ring(topic: HintTopic | null): void {
    for (const ring of (topic && this.#interested.get(topic)) ?? []) ring();
  }

  #ringAll(): void {
    for (const topic of [...this.#interested.keys()]) this.#ring(topic);
  }
}

/** The payload as the triggers write it: `ARTICLE:SEQ`, `project:PROJECT:SEQ`, `here:ARTICLE`, `person:PERSON`. */
function topicOf(payload: string): HintTopic | null {
  const [first = '', second = ''] = payload.split(':');
  if (first === 'project' || first === 'here' || first === 'person') return `${first}:${second}`;
  return first === '' ? null : `article:${first}`;
}

/** The framework may load this module more than once in a process; the connection belongs to the process. */
const HOLDER = Symbol.for('galley.hints');
const holder: { [HOLDER]?: Hints } = globalThis as typeof globalThis & { [HOLDER]?: Hints };

/**
 * Calls back whenever something may be new about a topic: a hint only, which may come twice, late, or for nothing. Whoever is
 * interested reads for themselves. Answers the function that ends it.
 */
export const onHint = (topic: HintTopic, ring: () => void): (() => void) =>
  (holder[HOLDER] ??= new Hints()).subscribe(topic, ring);
