import { undoesDecision } from '@/lib/adjudication/status-after';
import { describeTarget } from '@/lib/annotation/describe-target';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { DecisionView } from '@/lib/contract/decision';
import type { EvidenceView } from '@/lib/contract/evidence';
import { NO_EVIDENCE } from '@/lib/contract/plain/evidence';
import type { Operation } from '@/lib/contract/operation';
import type { PersonRef } from '@/lib/contract/primitives';
import { unreachable } from '@/lib/result';
import { findTag } from '@/lib/schema/find-tag';
import { initialSeverity, initialState } from '@/lib/schema/tag-rules';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { ArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';

/** What the guess about an operation's outcome needs to know. */
export interface GuessContext {
  readonly articleId: string;
  readonly me: PersonRef;
  readonly text: ArticleText;
  readonly schema: TagSchema;
  /** ISO 8601. */
  readonly now: string;
}

type Of<K extends Operation['kind']> = Extract<Operation, { kind: K }>;

/**
 * What an annotation will look like when the server has done the operation: shown at once, replaced by the server's
 * answer. Each operation counts one revision. An operation on an annotation that is not there leaves nothing there.
 */
export function applyOperation(
  view: AnnotationView | null,
  operation: Operation,
  context: GuessContext,
): AnnotationView | null {
  if (operation.kind === 'annotation.create') return view ?? created(operation, context);
  if (!view) return null;
  const next = { ...view, revision: view.revision + 1, updatedAt: context.now };
  switch (operation.kind) {
    case 'annotation.change': {
      const after = changed(next, operation, context);
      return undoesDecision(view, after) ? reopened(after) : after;
    }
    case 'annotation.delete':
      return { ...next, deletedAt: context.now };
    case 'annotation.restore':
      return { ...next, deletedAt: null };
    case 'annotation.decide':
      return decided(next, view.revision, operation, context);
    case 'evidence.add': {
      // After a reload it may be there already, and only the answer to it missing.
      const rest = view.evidence.filter(({ id }) => id !== operation.evidenceId);
      return reopened({ ...next, evidence: [...rest, addedEvidence(operation, context)] });
    }
    case 'evidence.remove': {
      const evidence = view.evidence.filter(({ id }) => id !== operation.evidenceId);
      return reopened({ ...next, evidence });
    }
    default:
      return unreachable(operation);
  }
}

function created(
  { id, operationId, annotation }: Of<'annotation.create'>,
  context: GuessContext,
): AnnotationView {
  const { articleId, me, text, schema, now } = context;
  const tag = findTag(schema, annotation.tag);
  const value = annotation.value ?? null;
  const { quote } = describeTarget(text, span(annotation.start, annotation.end));
  const { evidenceUrl: url, evidenceNote: note } = annotation;
  const evidence: EvidenceView[] =
    url === undefined && note === undefined
      ? []
      : [{ ...NO_EVIDENCE, id: operationId, url: url ?? null, note: note ?? null, by: me, at: now }];
  return {
    id,
    articleId,
    versionId: annotation.versionId,
    author: me,
    start: annotation.start,
    end: annotation.end,
    exact: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    tag: tag?.key ?? annotation.tag,
    tagLabel: tag?.label ?? annotation.tag,
    value,
    correction: annotation.correction ?? null,
    note: annotation.note ?? null,
    severity: annotation.severity ?? (tag ? initialSeverity(tag, value) : 'note'),
    state: annotation.state ?? (tag ? initialState(tag) : null),
    status: 'open',
    relatedId: annotation.relatedId ?? null,
    origin: annotation.origin ?? 'person',
    revision: 1,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    evidence,
    decision: null,
    changedSinceDecision: false,
  };
}

function changed(
  view: AnnotationView,
  { change }: Of<'annotation.change'>,
  context: GuessContext,
): AnnotationView {
  const { start, end, tag: name, exact: _, ...bodies } = change;
  const next: AnnotationView = { ...view, ...withoutUndefined(bodies) };
  if (name !== undefined) {
    const tag = findTag(context.schema, name);
    next.tag = tag?.key ?? name;
    next.tagLabel = tag?.label ?? name;
    if (tag && bodies.state === undefined && !tag.states?.includes(view.state ?? ''))
      next.state = initialState(tag);
  }
  if (start !== undefined && end !== undefined) {
    const { quote } = describeTarget(context.text, span(start, end));
    Object.assign(next, { start, end, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix });
  }
  return next;
}

/** A change to what was decided opens it again and says so. */
const reopened = (after: AnnotationView): AnnotationView => ({
  ...after,
  status: 'open',
  changedSinceDecision: after.decision !== null && after.decision.verdict !== 'reopened',
});

function decided(
  view: AnnotationView,
  seen: number,
  { operationId, decision }: Of<'annotation.decide'>,
  { me, now }: GuessContext,
): AnnotationView {
  const { verdict } = decision;
  const newest: DecisionView = {
    id: operationId,
    verdict,
    revision: seen,
    intoId: decision.intoId ?? null,
    correction: decision.correction === view.correction ? null : (decision.correction ?? null),
    reason: decision.reason ?? null,
    editor: me,
    at: now,
  };
  const status = verdict === 'reopened' ? 'open' : verdict;
  return { ...view, status, decision: newest, changedSinceDecision: false };
}

function addedEvidence(
  { evidenceId, evidence }: Of<'evidence.add'>,
  { me, now }: GuessContext,
): EvidenceView {
  const { sourceId, ...said } = withoutUndefined(evidence);
  // Its number and title come with the answer.
  const source = sourceId === undefined ? null : { id: sourceId, number: 0, title: '' };
  return { ...NO_EVIDENCE, ...said, source, id: evidenceId, by: me, at: now };
}

/** Under exact optional types an absent field and an undefined one are two things; a spread must not see the second. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
