import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { performOne } from './marks/perform-one';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/** Takes a piece of evidence back from the mark that was seen at `revision`; a decided mark is open again. */
export const removeEvidence = (
  actor: Actor,
  id: string,
  revision: number,
  evidenceId: string,
  context: WriteContext,
): Promise<Outcome<Done>> => {
  const operationId = context.operationId ?? newId();
  const operation = { kind: 'evidence.remove', operationId, id, revision, evidenceId } as const;
  return performOne(actor, { markId: id }, operation, context);
};
