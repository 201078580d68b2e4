import { undoesDecision } from '@/lib/adjudication/status-after';
import type { AnnotationChange, AnnotationView } from '@/lib/contract/annotation';
import type { NewDecision } from '@/lib/contract/decision';
import type { EvidenceView, NewEvidence } from '@/lib/contract/evidence';
import { unreachable } from '@/lib/result';
import type { OperationDraft } from './operation-draft';

const BODIES = ['tag', 'value', 'correction', 'note', 'severity', 'state', 'relatedId'] as const;

/**
 * What to do to an annotation so that it says again what `target` says; null for a target that does not exist.
 * Compensation, never a reset: each step is an ordinary operation and stays in the history. Empty when nothing
 * differs. `newId` names evidence that is added again.
 */
export function operationsTowards(
  current: AnnotationView,
  target: AnnotationView | null,
  newId: () => string,
): readonly OperationDraft[] {
  const { id } = current;
  if (!target) return current.deletedAt === null ? [{ kind: 'annotation.delete', id }] : [];
  const evidence = evidenceTowards(current, target, newId);
  const opens = evidence.length > 0 || undoesDecision(current, target);
  const decision = decisionTowards(current, target, opens || current.status === 'open');
  const steps = [...changeTowards(current, target), ...evidence, ...decision];
  const restore = current.deletedAt !== null && (target.deletedAt === null || steps.length > 0);
  return [
    ...(restore ? [{ kind: 'annotation.restore', id } as const] : []),
    ...steps,
    ...(target.deletedAt !== null && (current.deletedAt === null || restore)
      ? [{ kind: 'annotation.delete', id } as const]
      : []),
  ];
}

function changeTowards(current: AnnotationView, target: AnnotationView): OperationDraft[] {
  const bodies = Object.fromEntries(
    BODIES.filter((field) => current[field] !== target[field]).map((field) => [field, target[field]]),
  ) as AnnotationChange;
  const moved = current.start !== target.start || current.end !== target.end;
  const { start, end, exact } = target;
  const change: AnnotationChange = moved ? { ...bodies, start, end, exact } : bodies;
  return Object.keys(change).length > 0 ? [{ kind: 'annotation.change', id: current.id, change }] : [];
}

/** Evidence that was removed comes back under another id, so it is compared by what it says. */
function evidenceTowards(
  { id, evidence: now }: AnnotationView,
  { evidence: then }: AnnotationView,
  newId: () => string,
): OperationDraft[] {
  const surplus = without(now, then).map((each): OperationDraft => ({
    kind: 'evidence.remove',
    id,
    evidenceId: each.id,
  }));
  const missing = without(then, now).map((each): OperationDraft => ({
    kind: 'evidence.add',
    id,
    evidenceId: newId(),
    evidence: asNew(each),
  }));
  return [...surplus, ...missing];
}

/** Views from before evidence had sources lack these fields; they say the same as those that have none. */
const sayEvidence = ({ url, source, note, excerpt, start, locator, relation }: EvidenceView): string =>
  JSON.stringify([url, source?.id ?? null, note, excerpt, start ?? null, locator, relation]);

/** What one list has more of than another; two equal entries count as two. */
function without(list: readonly EvidenceView[], other: readonly EvidenceView[]): readonly EvidenceView[] {
  const rest = other.map(sayEvidence);
  return list.filter((each) => {
    const at = rest.indexOf(sayEvidence(each));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function asNew({ url, source, note, excerpt, start, end, locator, relation }: EvidenceView): NewEvidence {
  return {
    relation,
    ...(source ? { sourceId: source.id } : {}),
    ...(start == null || end == null ? {} : { start, end }),
    ...(url === null ? {} : { url }),
    ...(note === null ? {} : { note }),
    ...(excerpt === null ? {} : { excerpt }),
    ...(locator === null ? {} : { locator }),
  };
}

/** `open` says what the status will be by the time the decision is made. */
function decisionTowards(current: AnnotationView, target: AnnotationView, open: boolean): OperationDraft[] {
  const decide = (decision: NewDecision): OperationDraft[] => [
    { kind: 'annotation.decide', id: current.id, decision },
  ];
  if (target.status === 'open') return open ? [] : decide({ verdict: 'reopened' });
  if (!open && sayDecision(current) === sayDecision(target)) return [];
  const { status, decision } = target;
  const reason = decision?.reason ?? null;
  const because = reason === null ? {} : { reason };
  switch (status) {
    case 'accepted': {
      const correction = decision?.correction ?? null;
      return decide({ verdict: status, ...because, ...(correction === null ? {} : { correction }) });
    }
    case 'rejected':
      return decide({ verdict: status, reason: reason ?? 'As before.' });
    case 'sic':
      return decide({ verdict: status, ...because });
    case 'merged': {
      const intoId = decision?.intoId ?? null;
      return intoId === null ? [] : decide({ verdict: status, intoId, ...because });
    }
    default:
      return unreachable(status);
  }
}

const sayDecision = ({ status, decision }: AnnotationView): string =>
  JSON.stringify([status, decision?.intoId, decision?.correction, decision?.reason]);
