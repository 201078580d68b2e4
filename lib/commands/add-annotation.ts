import type { NewAnnotation } from '@/lib/contract/annotation';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { performOne } from './marks/perform-one';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/**
 * Makes a mark under an id its maker chose: 201; the same again is answered with what is there: 200. 409 `quote-mismatch`
 * with what stands at the offsets, `already-exists` with the other mark of that id, `wrong-status` on a shelf; 422
 * `unknown-tag`, or `invalid-input` naming the field.
 */
export const addAnnotation = (
  actor: Actor,
  id: string,
  annotation: NewAnnotation,
  context: WriteContext,
): Promise<Outcome<Done>> => {
  const operationId = context.operationId ?? newId();
  const operation = { kind: 'annotation.create', operationId, id, annotation } as const;
  return performOne(actor, { versionId: annotation.versionId }, operation, context);
};
