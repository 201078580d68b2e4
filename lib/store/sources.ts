import type { Outcome } from '@/lib/contract/failure';
import type { SourceView, SourceWithText } from '@/lib/contract/source';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { notFound } from './not-found';
import type { Store } from './transaction';

const VIEW = {
  id: true,
  articleId: true,
  number: true,
  title: true,
  author: true,
  publisher: true,
  url: true,
  archiveUrl: true,
  publishedAt: true,
  accessedAt: true,
  kind: true,
  protected: true,
  sha256: true,
  length: true,
  revision: true,
  createdAt: true,
  madeBy: { select: { id: true, name: true } },
} as const;

interface SourceRow extends Omit<SourceView, 'by' | 'publishedAt' | 'accessedAt' | 'createdAt'> {
  readonly publishedAt: Date | null;
  readonly accessedAt: Date | null;
  readonly createdAt: Date;
  readonly madeBy: SourceView['by'];
}

const presentSource = <T extends SourceRow>({ madeBy, publishedAt, accessedAt, createdAt, ...row }: T) => ({
  ...row,
  publishedAt: publishedAt?.toISOString() ?? null,
  accessedAt: accessedAt?.toISOString() ?? null,
  by: madeBy,
  createdAt: createdAt.toISOString(),
});

const mine = (actor: Actor) => ({ project: { members: { some: { personId: actor.id } } } });

/** The sources of an article by number, without their texts and without those taken back. */
export async function sourcesOf(actor: Actor, articleId: string): Promise<Outcome<readonly SourceView[]>> {
  const article = await db().article.findFirst({
    where: { id: articleId, ...mine(actor) },
    select: {
      sources: { where: { deletedAt: null }, select: VIEW, orderBy: { number: 'asc' } },
    },
  });
  return article === null ? notFound('article') : ok(article.sources.map(presentSource));
}

/** One source with its text, unless it was taken back. */
export async function sourceFor(actor: Actor, id: string): Promise<Outcome<SourceWithText>> {
  const row = await db().source.findFirst({
    where: { id, deletedAt: null, article: mine(actor) },
    select: { ...VIEW, text: true },
  });
  return row === null ? notFound('source') : ok(presentSource(row));
}

/** One source, for a command that has checked who asks. */
export async function readSource(store: Store, id: string): Promise<SourceView> {
  return presentSource(await store.source.findUniqueOrThrow({ where: { id }, select: VIEW }));
}
