import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation } from '@/lib/contract/operation';
import type { LineStatus } from './outbox-state';
import type { Done } from './sender';
import type { ArticleRef, Refusal, Work } from './work';

/** Operations that are not on their way any more, and why. */
export interface TakenBack {
  readonly article: ArticleRef;
  readonly operations: readonly Operation[];
  /** What the server has instead, where it said so. */
  readonly current: AnnotationView | null;
  /** What is sent in their place. */
  readonly instead: readonly Work[];
  /** For the person to deal with; null where nothing is left to ask. */
  readonly refusal: Refusal | null;
}

/** An operation that one window got done for all of them. */
export interface DoneElsewhere {
  readonly article: ArticleRef;
  readonly operation: Operation;
  readonly done: Done;
}

/** What the windows of one person in one browser tell each other. */
export type WindowMessage =
  | { readonly kind: 'added'; readonly work: readonly Work[] }
  | { readonly kind: 'done'; readonly results: readonly DoneElsewhere[] }
  | { readonly kind: 'taken-back'; readonly each: readonly TakenBack[] }
  | { readonly kind: 'dealt-with'; readonly id: string }
  /** How the sender finds the way to the server. */
  | { readonly kind: 'status'; readonly status: LineStatus }
  /** A window has opened: it wants to know the status, and its person is signed in. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'retry' };

/** The other windows. A message may get lost: the storage is the truth, messages make it quick. */
export interface Windows {
  post(message: WindowMessage): void;
  listen(listener: (message: WindowMessage) => void): void;
}

/** The windows of this browser that work for a person. Opened with the first word: a server has none. */
export function windowsOf(person: string): Windows {
  let opened: BroadcastChannel | undefined;
  const channel = (): BroadcastChannel => (opened ??= new BroadcastChannel(`galley-outbox ${person}`));
  return {
    post: (message) => channel().postMessage(message),
    listen: (listener) =>
      channel().addEventListener('message', ({ data }: MessageEvent<WindowMessage>) => listener(data)),
  };
}
