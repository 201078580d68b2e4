import type { Severity, TagDefinition } from './tag-schema';

/** What a tag's rules look at in an annotation. */
export interface TaggedContent {
  readonly value: string | null;
  readonly state: string | null;
}

/** The severity a new annotation starts with. */
export const initialSeverity = (tag: TagDefinition, value: string | null): Severity =>
  value !== null && Object.hasOwn(tag.severityByValue, value) ? tag.severityByValue[value]! : tag.severity;

/** The state a new annotation starts in; null for a tag without states. */
export const initialState = (tag: TagDefinition): string | null => tag.states?.[0] ?? null;

/** Whether an editor needs a correction before accepting; deleting is one. */
export const needsCorrection = (tag: TagDefinition): boolean => tag.correction === 'required';

/** Whether an editor needs evidence before accepting. A link or a note is evidence enough. */
export function needsEvidence(tag: TagDefinition, { value, state }: TaggedContent): boolean {
  if (tag.evidence === 'required') return true;
  const when = tag.evidenceWhen;
  if (!when) return false;
  return (state !== null && when.states.includes(state)) || (value !== null && when.values.includes(value));
}
