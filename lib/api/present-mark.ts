import type { Done } from '@/lib/commands/marks/repeated';
import type { Performed } from '@/lib/commands/run-operations';
import type { AnnotationView } from '@/lib/contract/annotation';
import { FAILURE_STATUS, type Outcome } from '@/lib/contract/failure';
import type { OperationResult } from '@/lib/contract/operation';
import { ok } from '@/lib/result';
import { Answer } from './answer';
import { problemOf } from './problems';

/** A mark that was read or written, with its revision as the ETag that the next If-Match will name. */
export function presentMark(outcome: Outcome<Done | AnnotationView>): Outcome<Answer<AnnotationView>> {
  if (!outcome.ok) return outcome;
  const mark = 'annotation' in outcome.value ? outcome.value.annotation : outcome.value;
  const status = 'annotation' in outcome.value ? outcome.value.status : 200;
  return ok(new Answer(mark, status, { etag: `"${mark.revision}"` }));
}

/** What one operation of a batch came to. */
export function presentResult({ operationId, result }: Performed): OperationResult {
  if (!result.ok) {
    const { failure } = result;
    return { operationId, ok: false, status: FAILURE_STATUS[failure.code], problem: problemOf(failure) };
  }
  const { status, seq, annotation } = result.value;
  return { operationId, ok: true, status, seq, annotation };
}
