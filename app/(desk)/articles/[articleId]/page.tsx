import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { articleFor, versionFor } from '@/lib/store/articles';
import { annotationsOf } from '@/lib/store/annotations';
import { projectFor } from '@/lib/store/projects';
import { schemaOf } from '@/lib/store/tag-schemas';
import type { AnnotationView } from '@/lib/contract/annotation';
import { packMarks } from '@/lib/contract/packed-marks';
import type { Actor } from '@/lib/policy/actor';
import { settings } from '@/lib/settings';
import { createArticleText } from '@/lib/text/article-text';
import { actorAt, currentActor, found } from '../../arrive';
import { Desk } from './_desk/desk';
import './_desk/desk.css';

interface DeskPageProps {
  readonly params: Promise<{ readonly articleId: string }>;
}

export async function generateMetadata({ params }: DeskPageProps): Promise<Metadata> {
  const { articleId } = await params;
  const actor = await currentActor();
  if (actor === null || !z.uuid().safeParse(articleId).success) return {};
  const article = await articleFor(actor, articleId);
  return article.ok ? { title: article.value.title } : {};
}

/**
 * The desk. The article is in the HTML, so it can be read before any script has run; the marks follow as they come from
 * the database, and nothing waits for them.
 */
export default async function DeskPage({ params }: DeskPageProps) {
  const { articleId } = await params;
  const actor = await actorAt(`/articles/${articleId}`);
  if (!z.uuid().safeParse(articleId).success) notFound();
  // Article and project come first: their numbers say from where on the desk has to ask for events.
  const article = found(await articleFor(actor, articleId));
  const project = found(await projectFor(actor, article.projectId));
  const [version, schema] = await Promise.all([
    versionFor(actor, article.currentVersion.id),
    schemaOf(actor, article.projectId),
  ]);
  const { text } = found(version);
  const { id, name, role, lastSeq } = project;
  return (
    <Desk
      data={{
        project: { id, name, lastSeq },
        article,
        text,
        marks: packedMarks(actor, articleId, text),
        schema: found(schema),
        fetchesPages: settings().fetchSources,
        me: { ...actor, projectId: id, role },
      }}
    />
  );
}

async function packedMarks(actor: Actor, articleId: string, text: string): Promise<string> {
  const [marks, deleted] = await Promise.all([
    allMarks(actor, articleId, 'false'),
    allMarks(actor, articleId, 'true'),
  ]);
  return packMarks(createArticleText(text), [...marks, ...deleted]);
}

const PAGE = 1_000;

/** All marks of the current version, page by page. */
async function allMarks(
  actor: Actor,
  articleId: string,
  deleted: 'true' | 'false',
): Promise<readonly AnnotationView[]> {
  const marks: AnnotationView[] = [];
  for (let cursor: string | undefined; ;) {
    const page = found(
      await annotationsOf(actor, articleId, {
        limit: PAGE,
        deleted,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    marks.push(...page.items);
    if (page.next === null) return marks;
    cursor = page.next;
  }
}
