import { editDistance } from '@/lib/text/edit-distance';
import type { TagDefinition, TagKey, TagSchema } from './tag-schema';

/** What two labels, choices or states must differ in to be told apart: neither case nor the width of a gap counts. */
export const fold = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** The tag with a key, retired or not. Thousands of marks ask at once, so each list of tags is indexed once. */
export function tagByKey({ tags }: TagSchema, key: TagKey): TagDefinition | null {
  let byKey = indexes.get(tags);
  if (!byKey) indexes.set(tags, (byKey = new Map(tags.toReversed().map((tag) => [tag.key, tag]))));
  return byKey.get(key) ?? null;
}

const indexes = new WeakMap<readonly TagDefinition[], ReadonlyMap<TagKey, TagDefinition>>();

/** The tag somebody names by its key or its label, whatever the case; retired ones too. */
export function findTag(schema: TagSchema, keyOrLabel: string): TagDefinition | null {
  const name = fold(keyOrLabel);
  return tagByKey(schema, name) ?? schema.tags.find((tag) => fold(tag.label) === name) ?? null;
}

/** One of a list, whatever the case; null when it is not in there. */
export function findChoice(choices: readonly string[], typed: string): string | null {
  return (
    choices.find((choice) => choice === typed) ??
    choices.find((choice) => fold(choice) === fold(typed)) ??
    null
  );
}

/** The tags in use whose label or key was probably meant, nearest first; at most `limit`. */
export function nearestTags(schema: TagSchema, typed: string, limit = 3): readonly TagDefinition[] {
  const active = schema.tags.filter((tag) => !tag.retired);
  return nearest(active, typed, limit, (tag) => [tag.label, tag.key, ...tag.label.split(/\s+/u)]);
}

/** The choices that were probably meant, nearest first; at most `limit`. */
export const nearestChoices = (choices: readonly string[], typed: string, limit = 3): readonly string[] =>
  nearest(choices, typed, limit, (choice) => [choice, ...choice.split(/\s+/u)]);

/** Names longer than this are compared by their beginning. */
const COMPARED = 60;

/** Near means: one slip in three letters at most, or a beginning. Ties keep the order of the list. */
function nearest<T>(items: readonly T[], typed: string, limit: number, namesOf: (item: T) => string[]): T[] {
  const wanted = fold(typed).slice(0, COMPARED);
  if (wanted === '') return [];
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  return items
    .map((item) => ({
      item,
      distance: Math.min(...namesOf(item).map((name) => distanceTo(fold(name), wanted))),
    }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ item }) => item);
}

const distanceTo = (name: string, wanted: string): number =>
  name.startsWith(wanted) ? 0.5 : editDistance(name, wanted);
