import type { NewEvidence } from '@/lib/contract/evidence';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { performOne } from './marks/perform-one';
import type { Done } from './marks/repeated';
import type { WriteContext } from './write-context';

/** Adds evidence to the mark that was seen at `revision`; a decided mark is open again. */
export const addEvidence = (
  actor: Actor,
  id: string,
  revision: number,
  evidence: NewEvidence,
  context: WriteContext,
): Promise<Outcome<Done>> => {
  const operationId = context.operationId ?? newId();
  // Its own id follows from the operation's, so that a repetition asks for the very same thing.
  const operation = {
    kind: 'evidence.add',
    operationId,
    id,
    revision,
    evidenceId: operationId,
    evidence,
  } as const;
  return performOne(actor, { markId: id }, operation, context);
};
