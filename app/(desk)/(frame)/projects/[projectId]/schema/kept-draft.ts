import type { TagSchema } from '@/lib/schema/tag-schema';

/** Unsaved work on a schema, and the schema it was begun from. */
export interface SchemaWork {
  readonly base: TagSchema;
  readonly draft: TagSchema;
}

/** By project. Lives as long as the page in the browser, so that a look at another screen costs nobody their draft. */
const works = new Map<string, SchemaWork>();

export const keptDraft = (projectId: string): SchemaWork | undefined => works.get(projectId);

export function keepDraft(projectId: string, work: SchemaWork): void {
  works.set(projectId, work);
}

export function forgetDraft(projectId: string): void {
  works.delete(projectId);
}
