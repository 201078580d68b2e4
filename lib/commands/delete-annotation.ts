import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { performOne } from './marks/perform-one';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/** Puts the mark that was seen at `revision` into the trash. 409 `wrong-status` while others are merged into it. */
export const deleteAnnotation = (
  actor: Actor,
  id: string,
  revision: number,
  context: WriteContext,
): Promise<Outcome<Done>> => {
  const operationId = context.operationId ?? newId();
  const operation = { kind: 'annotation.delete', operationId, id, revision } as const;
  return performOne(actor, { markId: id }, operation, context);
};
