import { failure, type Failure, type Outcome } from '@/lib/contract/failure';
import type { Operation } from '@/lib/contract/operation';
import { ok } from '@/lib/result';
import type { OperationRecord } from '../repetition';
import { hashOf } from './hash-of';
import { repeatedAnswer, statusOf, type Done } from './repeated';
import { step, withChange } from './step';
import type { Planned, StepResult, Workspace } from './workspace';

/** What one operation comes to before anything is written. */
type Answer = Outcome<Done> | { readonly planned: number };

/** What a batch comes to. */
export interface Plan {
  readonly changes: readonly Planned[];
  /** The answer to an operation, once it is known which number the first change got. */
  answer(operation: Operation, firstSeq: number): Outcome<Done>;
}

/** What operations come to, in order, on a workspace. Writes nothing; `records` are of those that were done before. */
export function planAll(
  start: Workspace,
  operations: readonly Operation[],
  records: ReadonlyMap<string, OperationRecord>,
): Plan {
  const first = new Map(operations.map((operation) => [operation.operationId, operation] as const).reverse());
  const answers = new Map<Operation, Answer>();
  const changes: Planned[] = [];
  const broken = new Set<string>();
  let workspace = start;
  for (const unit of unitsOf(
    operations.filter((operation) => first.get(operation.operationId) === operation),
  )) {
    const attempt = tryUnit(workspace, unit, records, broken, changes.length);
    for (const [at, operation] of unit.entries()) {
      const answer = attempt.answers[at]!;
      answers.set(operation, answer);
      if (!('planned' in answer) && !answer.ok) broken.add(operation.id);
    }
    changes.push(...attempt.changes);
    workspace = attempt.workspace;
  }
  return {
    changes,
    answer: (operation, firstSeq) => {
      const original = first.get(operation.operationId)!;
      if (original !== operation && hashOf(original) !== hashOf(operation)) {
        return failure(
          'operation-reused',
          'This operation id stands twice in the batch, for different things.',
        );
      }
      const answer = answers.get(original)!;
      if (!('planned' in answer)) return answer;
      const { event, after } = changes[answer.planned]!;
      const { operationId } = operation;
      return ok({ operationId, status: statusOf(event), seq: firstSeq + answer.planned, annotation: after });
    },
  };
}

/** Operations by themselves, and groups, in the order of their first members. */
function unitsOf(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const units = new Map<string, Operation[]>();
  for (const operation of operations) {
    const key = operation.group ?? `alone ${units.size}`;
    units.set(key, [...(units.get(key) ?? []), operation]);
  }
  return [...units.values()];
}

interface Attempt {
  readonly answers: readonly Answer[];
  readonly changes: readonly Planned[];
  readonly workspace: Workspace;
}

/**
 * All of a unit, or nothing of it. `broken` names the marks on which an operation before has failed, `planned` says how
 * many changes stand before.
 */
function tryUnit(
  start: Workspace,
  unit: readonly Operation[],
  records: ReadonlyMap<string, OperationRecord>,
  broken: ReadonlySet<string>,
  planned: number,
): Attempt {
  const answers: Answer[] = [];
  const changes: Planned[] = [];
  let workspace = start;
  for (const operation of unit) {
    const record = records.get(operation.operationId);
    const answer = record === undefined ? null : repeatedAnswer(record, operation, start.actor);
    const result = answer === null ? stepUnlessBroken(workspace, operation, broken) : null;
    if (answer !== null && !answer.ok) return failUnit(start, unit, operation, answer.failure);
    if (result !== null && !result.ok) return failUnit(start, unit, operation, result.failure);
    if (answer !== null) answers.push(answer);
    else if (result !== null && result.value.event === null) {
      const { lastSeq: seq } = start.article;
      answers.push(
        ok({ operationId: operation.operationId, status: 200, seq, annotation: result.value.after }),
      );
    } else if (result !== null && result.value.event !== null) {
      answers.push({ planned: planned + changes.length });
      changes.push({ ...result.value, operation });
      workspace = withChange(workspace, result.value);
    }
  }
  return { answers, changes, workspace };
}

/**
 * The revision of an operation may have been predicted from one that has failed before it; that it matches what somebody
 * else has made is then chance. Creating a mark counts on nothing.
 */
function stepUnlessBroken(
  workspace: Workspace,
  operation: Operation,
  broken: ReadonlySet<string>,
): StepResult {
  const result = step(workspace, operation);
  if (!result.ok || operation.kind === 'annotation.create' || !broken.has(operation.id)) return result;
  return failure(
    'stale-revision',
    'Not done, because an earlier change to the same mark in this batch was refused.',
    { current: workspace.marks.get(operation.id) },
  );
}

function failUnit(
  workspace: Workspace,
  unit: readonly Operation[],
  failed: Operation,
  reason: Failure,
): Attempt {
  const answers = unit.map((operation) =>
    operation === failed
      ? { ok: false as const, failure: reason }
      : failure(
          'group-failed',
          `Not done, because another operation of its group was refused: ${reason.detail}`,
        ),
  );
  return { answers, changes: [], workspace };
}
