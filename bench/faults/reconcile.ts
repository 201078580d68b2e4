import type { BuiltArticle } from '@/prisma/builders/article';
import { withClient } from '@/prisma/test-database';
import type { Writers } from './writers';

export interface Reckoning {
  readonly acknowledged: number;
  /** Operations that the event table holds. */
  readonly stored: number;
  /** Acknowledged, and not there, or not there whole. */
  readonly lost: number;
  /** There more than once, or there without having been sent. */
  readonly duplicated: number;
}

interface Stored {
  readonly operations: { readonly operationId: string; readonly id: string; readonly kind: string }[];
  readonly revisions: { readonly id: string; readonly revision: number }[];
  /** Articles whose events are not numbered from 1 without a gap. */
  readonly gaps: number;
}

/** Compares what was acknowledged with what the database holds: events and marks, both ways. */
export async function reconcile(
  databaseUrl: string,
  articles: readonly BuiltArticle[],
  { sent, acknowledged }: Pick<Writers, 'sent' | 'acknowledged'>,
): Promise<Reckoning> {
  const { operations, revisions, gaps } = await readStored(databaseUrl, articles);
  const counts = new Map<string, number>();
  for (const { id } of operations) counts.set(id, (counts.get(id) ?? 0) + 1);
  const stored = new Set(operations.map(({ operationId }) => operationId));
  const revisionOf = new Map(revisions.map(({ id, revision }) => [id, revision]));
  const isWhole = (operationId: string): boolean => {
    const id = sent.get(operationId) ?? '';
    return stored.has(operationId) && revisionOf.get(id) === counts.get(id);
  };
  const made = operations.filter(({ kind }) => kind === 'annotation.created').map(({ id }) => id);
  const foreign = operations.filter(({ operationId, id }) => sent.get(operationId) !== id).length;
  return {
    acknowledged: acknowledged.size,
    stored: stored.size,
    lost: [...acknowledged].filter((operationId) => !isWhole(operationId)).length + gaps,
    duplicated: made.length - new Set(made).size + operations.length - stored.size + foreign,
  };
}

async function readStored(databaseUrl: string, articles: readonly BuiltArticle[]): Promise<Stored> {
  const ids = [articles.map(({ id }) => id)];
  return withClient(databaseUrl, async (client) => {
    const operations = await client.query<Stored['operations'][number]>(
      `SELECT "operationId", "subjectId" AS "id", "kind" FROM "event"
        WHERE "articleId" = ANY ($1::uuid[]) AND "kind" <> 'article.created'`,
      ids,
    );
    const revisions = await client.query<Stored['revisions'][number]>(
      'SELECT "id", "revision" FROM "annotation" WHERE "articleId" = ANY ($1::uuid[])',
      ids,
    );
    const gaps = await client.query(
      `SELECT a."id" FROM "article" a JOIN "event" e ON e."articleId" = a."id" WHERE a."id" = ANY ($1::uuid[])
        GROUP BY a."id" HAVING count(*) <> a."lastSeq" OR max(e."seq") <> a."lastSeq"`,
      ids,
    );
    return { operations: operations.rows, revisions: revisions.rows, gaps: gaps.rows.length };
  });
}
