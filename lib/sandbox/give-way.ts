import { readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * What a session is given: a tenth of a processor that another wants all the time. With the lowest, 19, it would be a
 * seventieth, and on a machine that is always busy nothing would ever be done.
 */
const SESSION_PRIORITY = 10;

/**
 * Puts a process after all others that want a processor. Linux may share the processors out among sessions first
 * (`autogroup`), and looks at priorities only within one; so where the process leads a session, that one is put last too,
 * with whatever the process starts and whatever priority it gives itself. What cannot be done is left.
 */
export function giveWay(pid: number): void {
  attempt(() => setPriority(pid, constants.priority.PRIORITY_LOW));
  attempt(() => {
    if (leadsSession(pid)) writeFileSync(`/proc/${pid}/autogroup`, String(SESSION_PRIORITY));
  });
}

/** A process that does not shares its session with whoever started it, who must not be put last. */
function leadsSession(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(session) === pid;
}

function attempt(what: () => void): void {
  try {
    what();
  } catch {
    // It has ended already, or this is not Linux, or not with sessions counted.
  }
}
