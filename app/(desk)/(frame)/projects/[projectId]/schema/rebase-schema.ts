import { applySchemaChange, type SchemaChange } from '@/lib/schema/change-schema';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { diffSchemas } from './diff-schemas';

export interface Rebased {
  /** The schema of somebody else with one's own changes on top. */
  readonly draft: TagSchema;
  /** Those of one's own that no longer fit. */
  readonly lost: readonly { readonly change: SchemaChange; readonly why: string }[];
}

/** Takes one's own changes from the schema they were made for to the one that stands there now. */
export function rebaseSchema(base: TagSchema, mine: TagSchema, theirs: TagSchema): Rebased {
  let draft: TagSchema = theirs;
  const lost: { change: SchemaChange; why: string }[] = [];
  for (const change of diffSchemas(base, mine)) {
    const made = applySchemaChange(
      draft,
      change.kind === 'reorder' ? mergedOrder(change.keys, draft) : change,
    );
    if (made.ok) draft = made.value;
    else lost.push({ change, why: made.failure.message });
  }
  return { draft: { ...draft, version: theirs.version }, lost };
}

/** One's own order, with the tags that came meanwhile behind. */
function mergedOrder(keys: readonly string[], schema: TagSchema): SchemaChange {
  const there = new Set(schema.tags.map((tag) => tag.key));
  const mine = keys.filter((key) => there.has(key));
  const rest = schema.tags.map((tag) => tag.key).filter((key) => !mine.includes(key));
  return { kind: 'reorder', keys: [...mine, ...rest] };
}
