import { FAILURE_STATUS } from '@/lib/contract/failure';
import type { Problem } from '@/lib/contract/problem';
import type { Draft } from './draft';
import type { Reason } from './expectations';
import type { Received } from './send';
import type { Validators } from './validators';

/** Longer than any of these requests should take on a machine that has other things to do as well. */
const PATIENCE_MS = 5_000;

/** Names the header, or the place in the JSON, that is malformed. */
const NAMES_PLACE = /line \d+, column \d+|If-Match|Idempotency-Key|is empty|UTF-8/;

/** What is wrong with an answer, one sentence each. `reason` says why a refusal was the only right one, if it was. */
export function judge(
  draft: Draft,
  { status, mediaType, json, length, milliseconds }: Received,
  reason: Reason | null,
  validators: Validators,
): string[] {
  const { operation, caller } = draft;
  const complaints: string[] = [];
  if (milliseconds > PATIENCE_MS) complaints.push(`took ${Math.round(milliseconds)} ms`);
  if (status >= 500 && status !== FAILURE_STATUS['format-unavailable'])
    complaints.push(`is a fault: ${status}`);
  const declared = operation.responses.get(status);
  if (declared === undefined)
    return [...complaints, `has status ${status}, which the document does not list`];
  if (status < 400 && reason !== null) complaints.push(`is ${status}, although ${reason.sentence}`);
  const expected = caller.refused(operation.method);
  if (expected !== null && !expected.includes(status)) {
    complaints.push(`is ${status} to ${caller.name}, not ${expected.join(' or ')}`);
  }
  if (declared.length === 0 || status === 204) {
    return length === 0 ? complaints : [...complaints, 'has a body where the document has none'];
  }
  const form = declared.find((answer) => answer.mediaType === mediaType);
  if (form === undefined) {
    const types = declared.map((answer) => answer.mediaType).join(' or ');
    return [...complaints, `is of type "${mediaType}", not ${types}`];
  }
  // Of what is no JSON the document only says that it is text.
  const isJson = mediaType.endsWith('json');
  const complaint = form.isFile || !isJson ? null : validators.answer(operation, status, form.key, json);
  if (complaint !== null) return [...complaints, `does not fit the document: ${complaint}`];
  return status < 400 ? complaints : [...complaints, ...judgeProblem(draft, json as Problem, status, reason)];
}

function judgeProblem(draft: Draft, problem: Problem, status: number, reason: Reason | null): string[] {
  const complaints: string[] = [];
  if (problem.status !== status) complaints.push(`says status ${problem.status} under status ${status}`);
  if (!problem.type.endsWith(problem.code))
    complaints.push(`says type ${problem.type} and code ${problem.code}`);
  if (problem.detail.length < 10) complaints.push('says hardly anything');
  if (status === 400 && !NAMES_PLACE.test(problem.detail))
    complaints.push('does not say where it is malformed');
  if (problem.code === 'invalid-input') complaints.push(...judgeFields(draft, problem, reason));
  return complaints;
}

/** A field is named: where a single one was spoiled so that the document forbids it, this one, what it holds or what holds it. */
function judgeFields({ spoiled, spoiledAt }: Draft, { errors }: Problem, reason: Reason | null): string[] {
  if (errors.length === 0) return ['names no field'];
  if (spoiled.length !== 1 || spoiledAt === null || reason?.isOfBody !== true) return [];
  const isNamed = errors.some(
    ({ field }) =>
      field === spoiledAt || (field !== '' && (field.startsWith(spoiledAt) || spoiledAt.startsWith(field))),
  );
  return isNamed ? [] : [`names ${errors.map(({ field }) => `"${field}"`).join(', ')}, not "${spoiledAt}"`];
}
