import { z } from 'zod';
import { AnnotationChange, AnnotationView, NewAnnotation } from './annotation';
import { NewDecision } from './decision';
import { NewEvidence } from './evidence';
import { Problem } from './problem';
import { uuid } from './primitives';
import { OPERATIONS_MAX } from './plain/operations-max';

const head = { operationId: uuid, id: uuid.meta({ description: 'The annotation.' }), group: uuid.optional() };
const revision = z.int().min(1);

/** One write, as the desk queues it. `id` is the annotation's; a `group` succeeds or fails as a whole. */
export const Operation = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('annotation.create'), annotation: NewAnnotation }),
  z.strictObject({ ...head, kind: z.literal('annotation.change'), revision, change: AnnotationChange }),
  z.strictObject({ ...head, kind: z.literal('annotation.delete'), revision }),
  z.strictObject({ ...head, kind: z.literal('annotation.restore'), revision }),
  z.strictObject({ ...head, kind: z.literal('annotation.decide'), revision, decision: NewDecision }),
  z.strictObject({
    ...head,
    kind: z.literal('evidence.add'),
    revision,
    evidenceId: uuid,
    evidence: NewEvidence,
  }),
  z.strictObject({ ...head, kind: z.literal('evidence.remove'), revision, evidenceId: uuid }),
]);
export type Operation = z.infer<typeof Operation>;
export type OperationKind = Operation['kind'];

export const OperationBatch = z.strictObject({
  operations: z.array(Operation).min(1).max(OPERATIONS_MAX),
  as: uuid.optional().meta({
    description:
      'The person who wrote them. When somebody else is signed in, nothing is done (`other-person`): sessions change hands while a page stays open.',
  }),
});
export type OperationBatch = z.infer<typeof OperationBatch>;

/** One result for each operation, in order. Whatever was done answers with the annotation as it now is. */
export const OperationResult = z.discriminatedUnion('ok', [
  z.strictObject({
    operationId: uuid,
    ok: z.literal(true),
    status: z.int(),
    seq: z.int(),
    annotation: AnnotationView,
  }),
  z.strictObject({ operationId: uuid, ok: z.literal(false), status: z.int(), problem: Problem }),
]);
export type OperationResult = z.infer<typeof OperationResult>;
export const OperationResults = z.strictObject({ results: z.array(OperationResult) });
export type OperationResults = z.infer<typeof OperationResults>;
