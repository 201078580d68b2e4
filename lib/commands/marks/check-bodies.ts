import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import type { TagKey } from '@/lib/schema/tag-schema';
import { validateTag, type TagFailure, type TagInput, type ValidTag } from '@/lib/schema/validate-tag';
import { notFound } from '@/lib/store/not-found';
import type { Workspace } from './workspace';

/** Checks tag, value, state and correction against the project's schema; 422 with the field and what was probably meant. */
export function checkTagged(
  { schema }: Workspace,
  input: TagInput,
  keeping: TagKey | null = null,
): Outcome<ValidTag> {
  const valid = validateTag(schema, input, keeping);
  return valid.ok ? ok(valid.value) : explain(valid.failure);
}

function explain({ code, field, message, nearest }: TagFailure): Outcome<never> {
  const [probable] = nearest;
  const detail = probable === undefined ? message : `${message} Did you mean “${probable}”?`;
  return failure(code === 'unknown-tag' || code === 'retired-tag' ? 'unknown-tag' : 'invalid-input', detail, {
    errors: [{ field, message: detail }],
  });
}

/** A related mark is another one of the same article, and not in the trash. */
export function checkRelated({ marks }: Workspace, id: string, relatedId: string | null): Outcome<null> {
  if (relatedId === null) return ok(null);
  const related = relatedId === id ? undefined : marks.get(relatedId);
  if (related !== undefined && related.deletedAt === null) return ok(null);
  return failure('not-found', notFound('annotation').failure.detail, {
    errors: [{ field: 'relatedId', message: 'Is no other mark of this article.' }],
  });
}

/** Texts that say nothing are none. */
export const orNull = (text: string | null | undefined): string | null =>
  text === undefined || text === '' ? null : text;
