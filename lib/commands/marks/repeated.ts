import type { AnnotationView } from '@/lib/contract/annotation';
import type { Outcome } from '@/lib/contract/failure';
import type { Operation } from '@/lib/contract/operation';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { answerAgain, type OperationRecord } from '../repetition';
import { hashOf } from './hash-of';

/** What an operation came to. */
export interface Done {
  readonly operationId: string;
  readonly status: 200 | 201;
  readonly seq: number;
  readonly annotation: AnnotationView;
}

/** The first answer to an operation that comes again. The hash names the mark, and a mark has one article. */
export function repeatedAnswer(record: OperationRecord, operation: Operation, actor: Actor): Outcome<Done> {
  const again = answerAgain<AnnotationView>(record, actor, hashOf(operation));
  if (!again.ok) return again;
  const { operationId } = operation;
  return ok({ operationId, status: statusOf(record.kind), seq: record.seq, annotation: again.value });
}

/** Something was made, or something is now otherwise. */
export const statusOf = (kind: string): 200 | 201 =>
  kind === 'annotation.created' || kind === 'annotation.decided' || kind === 'evidence.added' ? 201 : 200;
