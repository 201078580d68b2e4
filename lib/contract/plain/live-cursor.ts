/** How far somebody has read: the number of the last event of the article, and of its project. */
export interface LiveCursor {
  readonly article: number;
  readonly project: number;
}

/** As it travels in `id:` and comes back as Last-Event-ID: `42.7`. */
export const printCursor = ({ article, project }: LiveCursor): string => `${article}.${project}`;

/** Reads it again; null for anything else. */
export function readCursor(text: string): LiveCursor | null {
  const [, article, project] = /^(\d{1,10})\.(\d{1,10})$/.exec(text.trim()) ?? [];
  const cursor = { article: Number(article), project: Number(project) };
  return cursor.article <= LARGEST && cursor.project <= LARGEST ? cursor : null;
}

/** Postgres' integer, which the numbers are. */
export const LARGEST = 2_147_483_647;

/** Milliseconds between signs of life; who hears none for three times as long may take the stream for dead. */
export const LIVE_BEAT = 15_000;
