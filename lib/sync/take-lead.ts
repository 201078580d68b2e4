import { newId } from '@/lib/ids';
import { writeStorage } from './desk-storage';

/** Milliseconds that a lease lasts, and between two looks at it. */
const LEASE = 6_000;
const LOOK = 2_000;

/**
 * Sees to it that of all windows of this browser one does a task: tells each time whether it is this one. With a lock
 * of the browser where there are some, else (plain http) with a lease in the storage. Two may lead for a moment when a
 * window slept through its lease, so the task has to bear being done twice.
 */
export function takeLead(task: string, onChange: (leading: boolean) => void): void {
  // Typed as always there; on plain http it is not.
  const locks = navigator.locks as LockManager | undefined;
  if (locks) {
    void locks.request(`galley ${task}`, () => {
      onChange(true);
      return new Promise<never>(() => undefined);
    });
  } else takeLease(task, onChange);
}

function takeLease(task: string, onChange: (leading: boolean) => void): void {
  const holder = newId();
  let leading = false;
  const look = async (): Promise<void> => {
    const before = leading;
    try {
      leading = await renewLease(task, holder, Date.now());
    } catch {
      // Without storage there is nothing that windows could share: each sends its own.
      leading = true;
    }
    if (leading !== before) onChange(leading);
  };
  void look();
  setInterval(() => void look(), LOOK);
  window.addEventListener('pagehide', () => void endLease(task, holder).catch(() => undefined));
}

/** Takes the lease where it is free, and keeps it where it is this holder's; answers whether it is now. Times in ms. */
export const renewLease = (task: string, holder: string, now: number): Promise<boolean> =>
  writeStorage(['leases'], async (transaction) => {
    const leases = transaction.objectStore('leases');
    const lease = await leases.get(task);
    // A clock that was put back must not leave a lease for days.
    const taken = lease && lease.holder !== holder && lease.until > now && lease.until <= now + LEASE;
    if (taken) return false;
    await leases.put({ task, holder, until: now + LEASE });
    return true;
  });

/** Lets go, so that the next window need not wait. */
export const endLease = (task: string, holder: string): Promise<void> =>
  writeStorage(['leases'], async (transaction) => {
    const leases = transaction.objectStore('leases');
    if ((await leases.get(task))?.holder === holder) await leases.delete(task);
  });
