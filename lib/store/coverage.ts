import type { CoverageView } from '@/lib/contract/coverage';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { db } from './client';
import { notFound } from './not-found';

/** What was said of passages of a version: by people, and by marks that were accepted. */
export interface CheckedPassages {
  readonly versionId: string;
  readonly sha256: string;
  /** By start. */
  readonly spans: CoverageView['spans'];
}

/** What has been checked of an article's current version. */
export async function checkedPassagesOf(actor: Actor, articleId: string): Promise<Outcome<CheckedPassages>> {
  const article = await db().article.findFirst({
    where: { id: articleId, project: { members: { some: { personId: actor.id } } } },
    select: { versions: { select: { id: true, sha256: true }, orderBy: { number: 'desc' }, take: 1 } },
  });
  const version = article?.versions[0];
  if (version === undefined) return notFound('article');
  const said = await db().checkedSpan.findMany({
    where: { versionId: version.id, deletedAt: null },
    select: { start: true, end: true, state: true, person: { select: { id: true, name: true } } },
  });
  const settled = await db().annotation.findMany({
    where: {
      versionId: version.id,
      deletedAt: null,
      status: 'accepted',
      OR: [
        { tag: 'quote', state: 'verbatim' },
        { tag: 'claim', state: 'verified' },
      ],
    },
    select: { start: true, end: true },
  });
  const spans = [
    ...said.map(({ person, ...span }) => ({ ...span, by: person })),
    ...settled.map((span) => ({ ...span, state: 'verified' as const, by: null })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  return ok({ versionId: version.id, sha256: version.sha256, spans });
}
