import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import type { TagSchema } from '@/lib/schema/tag-schema';
import { NO_HOUSE_STYLE, type HouseStyle } from '@/lib/suggestions/house-style';
import type { MarkedAlready } from '@/lib/suggestions/marks-by-word';
import { db } from './client';
import { notFound } from './not-found';
import { currentSchema } from './tag-schemas';

/** What an article is checked by. The texts are read when they are asked for, because mostly they have been checked before. */
export interface CheckingInput {
  readonly versionId: string;
  readonly sha256: string;
  readonly schema: TagSchema;
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
  readonly houseStyle: HouseStyle;
  readonly switches: Readonly<Record<string, boolean>>;
  /** Hashes of what was dismissed. */
  readonly dismissed: ReadonlySet<string>;
  readonly marks: readonly MarkedAlready[];
}

/** What checking an article's current version needs to know, apart from the texts. */
export async function checkingInputFor(actor: Actor, articleId: string): Promise<Outcome<CheckingInput>> {
  const article = await db().article.findFirst({
    where: { id: articleId, project: { members: { some: { personId: actor.id } } } },
    select: {
      project: { select: { id: true, knownNames: true, houseStyle: true, ruleSwitches: true } },
      versions: { select: { id: true, sha256: true }, orderBy: { number: 'desc' }, take: 1 },
      sources: {
        where: { deletedAt: null, sha256: { not: null } },
        select: { id: true, number: true, title: true, url: true, protected: true, sha256: true },
        orderBy: { number: 'asc' },
      },
      dismissals: { where: { deletedAt: null }, select: { hash: true } },
    },
  });
  const version = article?.versions[0];
  if (!article || version === undefined) return notFound('article');
  const marks = await db().annotation.findMany({
    where: { versionId: version.id, deletedAt: null },
    select: { start: true, end: true, tag: true, correction: true },
  });
  const { project } = article;
  return ok({
    versionId: version.id,
    sha256: version.sha256,
    schema: await currentSchema(db(), project.id),
    sources: article.sources.map(({ protected: isProtected, ...source }) => ({
      ...source,
      isProtected,
      sha256: source.sha256!,
    })),
    knownNames: project.knownNames,
    houseStyle: { ...NO_HOUSE_STYLE, ...(project.houseStyle as Partial<HouseStyle>) },
    switches: project.ruleSwitches as Record<string, boolean>,
    dismissed: new Set(article.dismissals.map(({ hash }) => hash)),
    marks,
  });
}

/** The texts of a version and of sources, for whoever was told their ids by `checkingInputFor`. */
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
