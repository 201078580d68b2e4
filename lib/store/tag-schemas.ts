import type { Outcome } from '@/lib/contract/failure';
import type { TagUsage } from '@/lib/contract/schema';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import type { TagDefinition, TagKey, TagSchema } from '@/lib/schema/tag-schema';
import { db } from './client';
import { memberActor } from './members';
import { notFound } from './not-found';
import type { Store } from './transaction';

/**
 * A version of a schema never changes, so the newest one of each project is remembered until another one is asked for.
 * Whoever writes a version has it at hand and does not read it here before it is committed.
 */
const remembered = new Map<string, TagSchema>();
const REMEMBERED_MAX = 500;

/** The schema of a project whose newest version is `version`. The rows were written by `lib/schema` alone. */
export async function readSchema(store: Store, projectId: string, version: number): Promise<TagSchema> {
  const known = remembered.get(projectId);
  if (known?.version === version) return known;
  const row = await store.tagSchemaVersion.findUniqueOrThrow({
    where: { projectId_version: { projectId, version } },
    select: { tags: true },
  });
  const schema: TagSchema = { version, tags: row.tags as unknown as readonly TagDefinition[] };
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(projectId, schema);
  return schema;
}

/** The newest schema of a project. Every project has one. */
export async function currentSchema(store: Store, projectId: string): Promise<TagSchema> {
  const { _max } = await store.tagSchemaVersion.aggregate({ where: { projectId }, _max: { version: true } });
  if (_max.version === null) throw new Error(`The project ${projectId} has no tag schema`);
  return readSchema(store, projectId, _max.version);
}

/** The tag schema of a project of whoever asks. */
export async function schemaOf(actor: Actor, projectId: string): Promise<Outcome<TagSchema>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  return ok(await currentSchema(db(), projectId));
}

/** How many marks carry each tag; marks in the trash do not count. */
export async function tagUsage(actor: Actor, projectId: string): Promise<Outcome<TagUsage>> {
  if ((await memberActor(db(), actor, projectId)) === null) return notFound('project');
  const counts = await db().annotation.groupBy({
    by: ['tag'],
    where: { projectId, deletedAt: null },
    _count: { _all: true },
  });
  return ok(Object.fromEntries(counts.map(({ tag, _count }) => [tag, _count._all])));
}

/** What a tag is called now; its key where the schema does not know it. */
export const labelOf = (schema: TagSchema, key: TagKey): string =>
  schema.tags.find((tag) => tag.key === key)?.label ?? key;
