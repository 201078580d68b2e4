import type { OutboxState } from '@/lib/sync/outbox-state';

const changes = (n: number): string => `${n} ${n === 1 ? 'change' : 'changes'}`;

/** Where a person's work stands, in a sentence or two. `me` is their name. */
export function sayWaiting(
  { phase, waiting, signedOut, otherPerson, refusals }: OutboxState,
  me: string,
): string {
  if (otherPerson && waiting > 0) {
    return `Somebody else is signed in now. Sign out there and sign in as ${me}: ${changes(waiting)} will be sent then, and not before.`;
  }
  if (signedOut && waiting > 0)
    return `You are no longer signed in. ${changes(waiting)} will be sent once you are, as ${me}.`;
  if (phase === 'saved') return 'The server has everything you have done.';
  if (phase === 'offline') {
    return `No answer from the server. ${changes(waiting)} will be sent as soon as it answers; go on working.`;
  }
  return refusals.length > 0
    ? 'The server would not do the following. What you typed is still here.'
    : `${changes(waiting)} to be saved.`;
}

/** What is to be known about where it is kept meanwhile; null while all is as it should be. */
export function sayTrouble({ trouble, unsafe }: OutboxState): string | null {
  if (trouble === null) return null;
  const why =
    trouble === 'full'
      ? 'There is no room left in this browser to keep your work in.'
      : 'This browser does not let Galley keep your work in it.';
  return unsafe > 0
    ? `${why} ${changes(unsafe)} will be lost if this page is closed before ${unsafe === 1 ? 'it is' : 'they are'} saved.`
    : `${why} Everything is sent as you do it; do not close a page that is still saving.`;
}

/** How much of other people waits in this browser; null for nothing. */
export const sayOfOthers = ({ ofOthers }: OutboxState): string | null =>
  ofOthers === 0
    ? null
    : `${changes(ofOthers)} of somebody else ${ofOthers === 1 ? 'waits' : 'wait'} in this browser until they sign in here again.`;
