import type { AnnotationView } from '@/lib/contract/annotation';

/** How many marks there are of each, the deleted ones left out. */
export interface MarkCounts {
  readonly tags: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, { readonly name: string; readonly count: number }>;
}

export function countMarks(marks: readonly AnnotationView[]): MarkCounts {
  const tags = new Map<string, number>();
  const statuses = new Map<string, number>();
  const people = new Map<string, { name: string; count: number }>();
  for (const { deletedAt, tag, status, author } of marks) {
    if (deletedAt !== null) continue;
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const known = people.get(author.id);
    if (known) known.count += 1;
    else people.set(author.id, { name: author.name, count: 1 });
  }
  return { tags, statuses, people };
}
