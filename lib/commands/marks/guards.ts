import type { AnnotationView } from '@/lib/contract/annotation';
import { failure, type Failure } from '@/lib/contract/failure';
import type { MarkRights } from '@/lib/policy/can';
import { ok, type Result } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import type { Workspace } from './workspace';

/** What the policy looks at in a mark. */
export const rightsOf = ({ author, status }: AnnotationView): MarkRights => ({ authorId: author.id, status });

/** Nothing is written on a shelf: an archived or trashed article stays as it is until it is taken back. */
export const onShelf = ({ shelved }: Pick<Workspace['article'], 'shelved'>): Failure | null =>
  shelved === null
    ? null
    : {
        code: 'wrong-status',
        detail:
          shelved === 'archived'
            ? 'The article is archived; take it out of the archive first.'
            : 'The article is in the trash; take it out first.',
      };

/**
 * The mark an operation is about: there, allowed to be touched, on a current article, not changed since `revision`, and
 * not in the trash unless `trashed` asks for just that.
 */
export function markToChange(
  workspace: Workspace,
  { id, revision }: { readonly id: string; readonly revision: number },
  mayChange: (mark: AnnotationView) => Failure | null,
  { trashed = false } = {},
): Result<AnnotationView, Failure> {
  const mark = workspace.marks.get(id);
  if (mark === undefined) return notFound('annotation');
  const refusal = mayChange(mark) ?? onShelf(workspace.article);
  if (refusal !== null) return { ok: false, failure: refusal };
  if (mark.revision !== revision) {
    return failure(
      'stale-revision',
      `The mark has changed since you saw it: this was for revision ${revision}, it is now at ${mark.revision}.`,
      { current: mark },
    );
  }
  if ((mark.deletedAt !== null) === trashed) return ok(mark);
  return failure(
    'wrong-status',
    trashed ? 'The mark is not in the trash.' : 'The mark is in the trash; restore it first.',
    {
      current: mark,
    },
  );
}

/** Marks of this article that are merged into one, the trash aside. */
export const mergedInto = ({ marks }: Workspace, id: string): readonly AnnotationView[] =>
  [...marks.values()].filter(
    (mark) => mark.status === 'merged' && mark.deletedAt === null && mark.decision?.intoId === id,
  );
