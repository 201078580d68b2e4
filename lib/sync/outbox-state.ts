import type { ArticleRef, Refusal } from './work';

/** Why work is held in memory only: the browser refuses to keep anything, or has no room left. */
export type StorageTrouble = 'refused' | 'full';

/** How the way to the server is. */
export interface LineStatus {
  /** The last attempt had no answer. */
  readonly offline: boolean;
  /** Nobody is signed in any more, or somebody else is. */
  readonly signedOut: boolean;
  /** Somebody else is. */
  readonly otherPerson: boolean;
}

export const LINE_UP: LineStatus = { offline: false, signedOut: false, otherPerson: false };

export interface OutboxState extends LineStatus {
  /** `needs-you` before anything else: a refusal is open, or nobody is signed in any more. */
  readonly phase: 'saved' | 'saving' | 'offline' | 'needs-you';
  /** Operations without an answer, in all articles. */
  readonly waiting: number;
  /** Where they wait. */
  readonly articles: readonly { readonly article: ArticleRef; readonly waiting: number }[];
  readonly refusals: readonly Refusal[];
  /** Null while all is kept as it should be. */
  readonly trouble: StorageTrouble | null;
  /** How many of the waiting ones go down with this window. */
  readonly unsafe: number;
  /** How much waits in this browser for other people to sign in. */
  readonly ofOthers: number;
}

export const IDLE: OutboxState = {
  ...LINE_UP,
  phase: 'saved',
  waiting: 0,
  articles: [],
  refusals: [],
  trouble: null,
  unsafe: 0,
  ofOthers: 0,
};

/** What there is to say about an outbox; `waiting` in its order. */
export function describeOutbox(
  line: LineStatus,
  waiting: readonly { readonly article: ArticleRef; readonly unsafe: boolean }[],
  rest: Pick<OutboxState, 'refusals' | 'trouble' | 'ofOthers'>,
): OutboxState {
  const articles = new Map<string, { readonly article: ArticleRef; readonly waiting: number }>();
  for (const { article } of waiting) {
    articles.set(article.id, { article, waiting: (articles.get(article.id)?.waiting ?? 0) + 1 });
  }
  const needsYou = (line.signedOut && waiting.length > 0) || rest.refusals.length > 0;
  const onItsWay = waiting.length === 0 ? 'saved' : line.offline ? 'offline' : 'saving';
  return {
    ...line,
    ...rest,
    phase: needsYou ? 'needs-you' : onItsWay,
    waiting: waiting.length,
    articles: [...articles.values()],
    unsafe: waiting.filter(({ unsafe }) => unsafe).length,
  };
}
