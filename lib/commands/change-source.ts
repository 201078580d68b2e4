import type { Outcome } from '@/lib/contract/failure';
import type { SourceChange, SourceView } from '@/lib/contract/source';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { readSource } from '@/lib/store/sources';
import { transaction } from '@/lib/store/transaction';
import { recordArticleEvents } from './record-events';
import { requestHash } from './request-hash';
import { sourceToWrite } from './source-to-write';
import { withoutUndefined } from './without-undefined';
import type { WriteContext } from './write-context';

/** Puts right what is known of the source that was seen at `revision`. */
export async function changeSource(
  actor: Actor,
  id: string,
  revision: number,
  change: SourceChange,
  { operationId, now }: WriteContext,
): Promise<Outcome<SourceView>> {
  const hash = requestHash('source.change', id, change);
  return transaction(async (store) => {
    const found = await sourceToWrite(store, actor, id, 'change sources', { operationId, hash, revision });
    if (!found.ok) return found;
    if ('again' in found.value) return found.value.again;
    const { article, source: before } = found.value;
    await store.source.update({
      where: { id },
      data: { ...withoutUndefined(change), revision: before.revision + 1 },
    });
    const after = await readSource(store, id);
    const happening = {
      kind: 'source.changed',
      subjectId: id,
      before,
      after,
      operationId: operationId ?? newId(),
      requestHash: hash,
    } as const;
    await recordArticleEvents(store, actor, article, [happening], now);
    return ok(after);
  });
}
