import { addArticle } from '@/lib/commands/add-article';
import type { NewArticle } from '@/lib/contract/article';
import { buildProject, type BuiltProject } from './project';
import { buildText } from './text';
import { valueOf } from './value-of';

export interface BuiltArticle {
  readonly id: string;
  readonly title: string;
  readonly versionId: string;
  readonly text: string;
  readonly project: BuiltProject;
}

export interface ArticleDetails extends Partial<NewArticle> {
  readonly project?: BuiltProject;
}

let count = 0;

/** An article with its text, in a project of its own unless one is given. */
export async function buildArticle({ project, ...details }: ArticleDetails = {}): Promise<BuiltArticle> {
  count += 1;
  const home = project ?? (await buildProject());
  const text = details.text ?? buildText({ seed: count });
  const article = valueOf(
    await addArticle(
      home.editor,
      home.id,
      { title: `Article ${count}`, ...details, text },
      { operationId: null, now: new Date() },
    ),
  );
  return {
    id: article.id,
    title: article.title,
    versionId: article.currentVersion.id,
    text,
    project: home,
  };
}
