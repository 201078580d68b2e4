import { printTagLine } from '@/lib/annotation/tag-line';
import type { Operation } from '@/lib/contract/operation';
import { findTag } from '@/lib/schema/find-tag';
import type { DeskModel } from '../model/desk-model';

/** The words in an operation that somebody has typed; null for none. */
export function typedIn(desk: Pick<DeskModel, 'schema'>, operation: Operation): string | null {
  switch (operation.kind) {
    case 'annotation.create':
      return lineOf(desk, operation);
    case 'annotation.change':
      return (
        [operation.change.value, operation.change.correction, operation.change.note]
          .filter(Boolean)
          .join(' · ') || null
      );
    case 'annotation.decide':
      return [operation.decision.correction, operation.decision.reason].filter(Boolean).join(' · ') || null;
    case 'evidence.add': {
      const { url, locator, excerpt, note } = operation.evidence;
      return [url, locator, excerpt, note].filter(Boolean).join(' · ') || null;
    }
    default:
      return null;
  }
}

/** A new mark as the line that makes it. */
export function lineOf(
  { schema }: Pick<DeskModel, 'schema'>,
  { annotation }: Extract<Operation, { kind: 'annotation.create' }>,
): string {
  const { tag, value = null, correction = null, note = null } = annotation;
  return printTagLine(schema, { tag: findTag(schema, tag)?.key ?? tag, value, correction, note });
}
