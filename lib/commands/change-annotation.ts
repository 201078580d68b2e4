import type { AnnotationChange } from '@/lib/contract/annotation';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { performOne } from './marks/perform-one';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/**
 * Changes the mark that was seen at `revision`; what is left out stays, null clears. A decided mark whose span, tag, value,
 * correction, severity or state is now another one is open again. 409 `stale-revision` with the mark as it is.
 */
export const changeAnnotation = (
  actor: Actor,
  id: string,
  revision: number,
  change: AnnotationChange,
  context: WriteContext,
): Promise<Outcome<Done>> => {
  const operationId = context.operationId ?? newId();
  const operation = { kind: 'annotation.change', operationId, id, revision, change } as const;
  return performOne(actor, { markId: id }, operation, context);
};
