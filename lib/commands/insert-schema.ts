import type { Actor } from '@/lib/policy/actor';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { Prisma } from '@/lib/store/generated/client';
import type { Store } from '@/lib/store/transaction';

/** Stores a version of a project's schema, and the keys in it that the project did not have yet. */
export async function insertSchema(
  store: Store,
  actor: Actor,
  projectId: string,
  { version, tags }: TagSchema,
  createdAt: Date,
): Promise<void> {
  await store.tagSchemaVersion.create({
    data: {
      projectId,
      version,
      tags: tags as unknown as Prisma.InputJsonValue,
      createdAt,
      madeById: actor.id,
    },
  });
  await store.tag.createMany({ data: tags.map(({ key }) => ({ projectId, key })), skipDuplicates: true });
}
