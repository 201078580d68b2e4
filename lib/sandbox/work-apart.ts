import { constants, setPriority } from 'node:os';
import { READY } from './ready';

/** The other side of `runApart`: takes one order, says how far it is, and ends. */
export function workApart<Order, News>(
  work: (order: Order, say: (news: News) => void) => Promise<void>,
): void {
  const told: Promise<void>[] = [];
  const say = (news: News | typeof READY): void =>
    void told.push(
      new Promise((resolve, reject) => {
        process.send?.(news, undefined, {}, (fault) => (fault ? reject(fault) : resolve()));
      }),
    );
  // Whoever reads and marks goes first; what it starts is as modest.
  setPriority(constants.priority.PRIORITY_LOW);
  process.once('message', (order: Order) => {
    void work(order, say)
      .then(() => Promise.all(told))
      .then(() => process.disconnect());
  });
  // The server that asked has ended: nobody wants this any more.
  process.once('disconnect', () => process.exit(0));
  say(READY);
}
