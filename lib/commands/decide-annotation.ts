import type { NewDecision } from '@/lib/contract/decision';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { performOne } from './marks/perform-one';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/**
 * An editor's verdict on the mark as it was seen at `revision`. 422 `correction-required` or `evidence-required` with all
 * that its tag asks for before it can be accepted; 409 `wrong-status` where the verdict makes no sense.
 */
export const decideAnnotation = (
  actor: Actor,
  id: string,
  revision: number,
  decision: NewDecision,
  context: WriteContext,
): Promise<Outcome<Done>> => {
  const operationId = context.operationId ?? newId();
  const operation = { kind: 'annotation.decide', operationId, id, revision, decision } as const;
  return performOne(actor, { markId: id }, operation, context);
};
