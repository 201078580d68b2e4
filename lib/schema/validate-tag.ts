import { fail, ok, type Result } from '@/lib/result';
import { lengthInCodePoints } from '@/lib/text/article-text';
import { findChoice, findTag, nearestChoices, nearestTags } from './find-tag';
import { initialState } from './tag-rules';
import { VALUE_MAX, type TagDefinition, type TagKey, type TagSchema } from './tag-schema';

/** What somebody wants an annotation to say, by the tag's key or label. */
export interface TagInput {
  readonly tag: string;
  readonly value: string | null;
  readonly state: string | null;
  readonly correction: string | null;
}

/** The same, checked: an empty value is none, choices and states are spelled as the schema spells them. */
export interface ValidTag {
  readonly tag: TagDefinition;
  readonly value: string | null;
  readonly state: string | null;
  readonly correction: string | null;
}

export interface TagFailure {
  readonly code:
    | 'unknown-tag'
    | 'retired-tag'
    | 'value-not-taken'
    | 'value-not-listed'
    | 'value-too-long'
    | 'state-not-listed'
    | 'correction-not-taken';
  readonly field: 'tag' | 'value' | 'state' | 'correction';
  /** A sentence for people. */
  readonly message: string;
  /** Labels, choices or states that were probably meant, nearest first. */
  readonly nearest: readonly string[];
}

/**
 * Checks tag, value, state and correction against a schema. Without a state, a tag that has states starts in its
 * first. A retired tag is refused, unless it is `keeping`: the key the annotation already has.
 */
export function validateTag(
  schema: TagSchema,
  input: TagInput,
  keeping: TagKey | null = null,
): Result<ValidTag, TagFailure> {
  const tag = findTag(schema, input.tag);
  if (!tag) {
    const nearest = nearestTags(schema, input.tag).map(({ label }) => label);
    return refuse('unknown-tag', 'tag', `There is no tag “${shorten(input.tag)}” here.`, nearest);
  }
  if (tag.retired && tag.key !== keeping) {
    return refuse('retired-tag', 'tag', `The tag “${tag.label}” is retired and takes no new marks.`);
  }
  const value = validValue(tag, input.value === '' ? null : input.value);
  if (!value.ok) return value;
  const state = validState(tag, input.state);
  if (!state.ok) return state;
  if (tag.correction === 'none' && input.correction !== null) {
    return refuse('correction-not-taken', 'correction', `The tag “${tag.label}” takes no correction.`);
  }
  return ok({ tag, value: value.value, state: state.value, correction: input.correction });
}

function validValue(tag: TagDefinition, value: string | null): Result<string | null, TagFailure> {
  if (value === null) return ok(null);
  if (lengthInCodePoints(value) > VALUE_MAX) {
    return refuse('value-too-long', 'value', `A value has at most ${VALUE_MAX} characters.`);
  }
  switch (tag.value.kind) {
    case 'none':
      return refuse('value-not-taken', 'value', `The tag “${tag.label}” takes no value.`);
    case 'text':
      return ok(value);
    case 'choice': {
      const { choices } = tag.value;
      const choice = findChoice(choices, value);
      if (choice !== null) return ok(choice);
      const message = `“${shorten(value)}” is not among the values of “${tag.label}”: ${choices.join(', ')}.`;
      return refuse('value-not-listed', 'value', message, nearestChoices(choices, value));
    }
  }
}

function validState(tag: TagDefinition, state: string | null): Result<string | null, TagFailure> {
  if (state === null) return ok(initialState(tag));
  if (tag.states === null) {
    return refuse('state-not-listed', 'state', `The tag “${tag.label}” has no states.`);
  }
  const listed = findChoice(tag.states, state);
  if (listed !== null) return ok(listed);
  const message = `“${shorten(state)}” is not among the states of “${tag.label}”: ${tag.states.join(', ')}.`;
  return refuse('state-not-listed', 'state', message, nearestChoices(tag.states, state));
}

function refuse(
  code: TagFailure['code'],
  field: TagFailure['field'],
  message: string,
  nearest: readonly string[] = [],
): Result<never, TagFailure> {
  return fail({ code, field, message, nearest });
}

function shorten(text: string): string {
  const characters = [...text.slice(0, 100)];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text;
}
