import { failure, type Outcome } from '@/lib/contract/failure';
import type { SourceView } from '@/lib/contract/source';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { transaction, type Store } from '@/lib/store/transaction';
import { recordArticleEvents } from './record-events';
import { requestHash } from './request-hash';
import { sourceToWrite } from './source-to-write';
import type { WriteContext } from './write-context';

/** Takes back the source that was seen at `revision`; 409 `source-cited` while a mark, also one in the trash, rests on it. */
export async function removeSource(
  actor: Actor,
  id: string,
  revision: number,
  { operationId, now }: WriteContext,
): Promise<Outcome<SourceView>> {
  const hash = requestHash('source.remove', id, null);
  return transaction(async (store) => {
    const found = await sourceToWrite(store, actor, id, 'take sources back', { operationId, hash, revision });
    if (!found.ok) return found;
    if ('again' in found.value) return found.value.again;
    const { article, source } = found.value;
    const cited = await citedIn(store, id);
    if (cited !== null) return failure('source-cited', cited);
    await store.source.update({ where: { id }, data: { deletedAt: now, revision: source.revision + 1 } });
    const after = { ...source, revision: source.revision + 1 };
    const happening = {
      kind: 'source.removed',
      subjectId: id,
      before: source,
      after,
      operationId: operationId ?? newId(),
      requestHash: hash,
    } as const;
    await recordArticleEvents(store, actor, article, [happening], now);
    return ok(after);
  });
}

/** A sentence on the marks that rest on a source; null when none does. */
async function citedIn(store: Store, sourceId: string): Promise<string | null> {
  const evidence = await store.evidence.findMany({
    where: { sourceId, deletedAt: null },
    select: { annotationId: true, annotation: { select: { exact: true } } },
    distinct: ['annotationId'],
    orderBy: { createdAt: 'asc' },
  });
  const [first] = evidence;
  if (first === undefined) return null;
  const words = [...first.annotation.exact];
  const quote = words.length > 40 ? `${words.slice(0, 40).join('')}…` : first.annotation.exact;
  const marks = evidence.length === 1 ? 'The mark' : `${evidence.length} marks, the first`;
  return `${marks} on “${quote}”, rest${evidence.length === 1 ? 's' : ''} on this source; take that evidence back first.`;
}
