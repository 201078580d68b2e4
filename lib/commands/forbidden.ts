import { failure, type Failure } from '@/lib/contract/failure';
import type { Actor, ProjectActor } from '@/lib/policy/actor';

/** Refuses whoever may not do something: `what` completes "… may not …". */
export function forbidden(
  actor: Actor | ProjectActor,
  what: string,
): { readonly ok: false; readonly failure: Failure } {
  if (actor.scope === 'read') return failure('forbidden', 'This token may only read.');
  const who = 'role' in actor ? `As ${actor.role === 'editor' ? 'an' : 'a'} ${actor.role} you` : 'You';
  return failure('forbidden', `${who} may not ${what}.`);
}
