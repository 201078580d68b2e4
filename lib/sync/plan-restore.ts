import type { AnnotationView } from '@/lib/contract/annotation';
import { can } from '@/lib/policy/can';
import type { ProjectActor } from '@/lib/policy/actor';
import { newId } from '@/lib/ids';
import { tagByKey } from '@/lib/schema/find-tag';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { OperationDraft } from './operation-draft';
import { operationsTowards } from './operations-towards';

/** What takes a mark back to an earlier state, or why that cannot be. */
export type RestorePlan =
  | { readonly ok: true; readonly drafts: readonly OperationDraft[] }
  | { readonly ok: false; readonly reason: string };

const refused = (reason: string): RestorePlan => ({ ok: false, reason });

/**
 * Plans to make a mark again what it was: by ordinary operations, so that it stays in the history, can be undone, and is refused
 * to whoever may not do them one by one. Whoever does not decide takes back what was said, not the verdict on it.
 */
export function planRestore(
  me: Pick<ProjectActor, 'id' | 'role' | 'scope'>,
  schema: TagSchema,
  current: AnnotationView,
  then: AnnotationView,
): RestorePlan {
  const rights = { authorId: current.author.id, status: current.status };
  if (!can.changeMark(me, rights)) {
    if (me.scope === 'read') return refused('You can only read here.');
    return refused(
      current.author.id === me.id
        ? `It is ${current.status}: only an editor can change it now.`
        : `It is ${current.author.name}’s mark: only they or an editor can change it.`,
    );
  }
  if (then.tag !== current.tag && tagByKey(schema, then.tag)?.retired !== false) {
    return refused(`The tag “${then.tagLabel}” is retired.`);
  }
  const target: AnnotationView = can.decide(me) ? then : { ...then, status: 'open', decision: null };
  const drafts = operationsTowards(current, target, newId);
  return drafts.length === 0 ? refused('It is like this already.') : { ok: true, drafts };
}
