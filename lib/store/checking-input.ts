import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { NO_HOUSE_STYLE, type HouseStyle } from '@/lib/suggestions/house-style';
import type { MarkedAlready } from '@/lib/suggestions/marks-by-word';
import { db } from './client';
import { notFound } from './not-found';
import { currentSchema } from './tag-schemas';

/** What an article is checked by, and nothing else. The texts are read when they are asked for, because mostly they have been checked before. */
export interface CheckBasis {
  readonly versionId: string;
  readonly sha256: string;
  /** Those with a text, by number. */
  readonly sources: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly url: string | null;
    readonly isProtected: boolean;
    readonly sha256: string;
  }[];
  readonly knownNames: readonly string[];
  /** The day the article was or will be published, as "2025-03-06"; null where nobody has said. */
  readonly published: string | null;
  readonly houseStyle: HouseStyle;
  readonly switches: Readonly<Record<string, boolean>>;
}

/** What an article is checked by, and what its findings are shown with. */
export interface CheckingInput extends CheckBasis {
  readonly schema: TagSchema;
  /** Hashes of what was dismissed. */
  readonly dismissed: ReadonlySet<string>;
  readonly marks: readonly MarkedAlready[];
}

/** What checking an article's current version needs to know, apart from the texts. */
export async function checkBasisFor(actor: Actor, articleId: string): Promise<Outcome<CheckBasis>> {
  const read = await readBasis(actor, articleId);
  return read.ok ? ok(read.value.basis) : read;
}

/** The same, and what its findings have to make way for. */
export async function checkingInputFor(actor: Actor, articleId: string): Promise<Outcome<CheckingInput>> {
  const read = await readBasis(actor, articleId);
  if (!read.ok) return read;
  const { basis, projectId } = read.value;
  const dismissals = await db().suggestionDismissal.findMany({
    where: { articleId, deletedAt: null },
    select: { hash: true },
  });
  const marks = await db().annotation.findMany({
    where: { versionId: basis.versionId, deletedAt: null },
    select: { start: true, end: true, tag: true, correction: true },
  });
  return ok({
    ...basis,
    schema: await currentSchema(db(), projectId),
    dismissed: new Set(dismissals.map(({ hash }) => hash)),
    marks,
  });
}

async function readBasis(
  actor: Actor,
  articleId: string,
): Promise<Outcome<{ readonly basis: CheckBasis; readonly projectId: string }>> {
  const article = await db().article.findFirst({
    where: { id: articleId, project: { members: { some: { personId: actor.id } } } },
    select: {
      publishedAt: true,
      project: { select: { id: true, knownNames: true, houseStyle: true, ruleSwitches: true } },
      versions: { select: { id: true, sha256: true }, orderBy: { number: 'desc' }, take: 1 },
      sources: {
        where: { deletedAt: null, sha256: { not: null } },
        select: { id: true, number: true, title: true, url: true, protected: true, sha256: true },
        orderBy: { number: 'asc' },
      },
    },
  });
  const version = article?.versions[0];
  if (!article || version === undefined) return notFound('article');
  const { project } = article;
  const basis: CheckBasis = {
    versionId: version.id,
    sha256: version.sha256,
    sources: article.sources.map(({ protected: isProtected, ...source }) => ({
      ...source,
      isProtected,
      sha256: source.sha256!,
    })),
    knownNames: project.knownNames,
    published: article.publishedAt?.toISOString().slice(0, 10) ?? null,
    houseStyle: { ...NO_HOUSE_STYLE, ...(project.houseStyle as Partial<HouseStyle>) },
    switches: project.ruleSwitches as Record<string, boolean>,
  };
  return ok({ basis, projectId: project.id });
}

/** The texts of a version and of sources, for whoever was told their ids by `checkBasisFor`. */
export async function readTexts(
  versionId: string,
  sourceIds: readonly string[],
): Promise<{ readonly text: string; readonly sources: readonly string[] }> {
  const version = await db().articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { text: true },
  });
  const rows = await db().source.findMany({
    where: { id: { in: [...sourceIds] } },
    select: { id: true, text: true },
  });
  const texts = new Map(rows.map(({ id, text }) => [id, text ?? '']));
  return { text: version.text, sources: sourceIds.map((id) => texts.get(id) ?? '') };
}
