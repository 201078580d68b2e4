import type { TagDefinition, TagSchema } from '@/lib/schema/tag-schema';
import { VALUE_MAX } from '@/lib/schema/tag-schema';
import { lengthInCodePoints } from '@/lib/text/article-text';
import type { AnnotationBodies } from './annotation';
import { printTagLine } from './tag-line';

/** The value a new annotation starts with: the selected text where the tag says so and it fits, else none. */
export const prefillValue = (tag: TagDefinition, selected: string): string | null =>
  tag.prefill === 'selection' && selected !== '' && lengthInCodePoints(selected) <= VALUE_MAX
    ? selected
    : null;

/** What picking a tag at once makes of a selection. */
export const prefillBodies = (tag: TagDefinition, selected: string): AnnotationBodies => ({
  tag: tag.key,
  value: prefillValue(tag, selected),
  correction: null,
  note: null,
});

/** The same as a line to go on typing in; a tag with a value to type or choose ends in `: `. */
export function prefillTagLine(schema: TagSchema, tag: TagDefinition, selected: string): string {
  const bodies = prefillBodies(tag, selected);
  const line = printTagLine(schema, bodies);
  return bodies.value === null && tag.value.kind !== 'none' ? `${line}: ` : line;
}
