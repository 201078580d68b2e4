import type { AnnotationView } from '@/lib/contract/annotation';
import type { Problem } from '@/lib/contract/problem';
import { TestApi, type Answered } from '../test-api';
import { buildArticle, type ArticleDetails, type BuiltArticle } from './article';
import { buildPerson } from './person';

/** An article and everybody who may want something of it, each with a way to ask. */
export interface BuiltDesk {
  readonly article: BuiltArticle;
  readonly editor: TestApi;
  readonly reviewer: TestApi;
  /** The editor of another project. */
  readonly stranger: TestApi;
  readonly admin: TestApi;
  /** The editor, with a token that may only read. */
  readonly reader: TestApi;
  readonly nobody: TestApi;
}

export async function buildDesk(details: ArticleDetails = {}): Promise<BuiltDesk> {
  const article = await buildArticle(details);
  const { editor, reviewer } = article.project;
  const elsewhere = await buildArticle();
  return {
    article,
    editor: await TestApi.as(editor),
    reviewer: await TestApi.as(reviewer),
    stranger: await TestApi.as(elsewhere.project.editor),
    admin: await TestApi.as(await buildPerson({ admin: true })),
    reader: await TestApi.as(editor, 'read'),
    nobody: new TestApi(),
  };
}

export const asMark = ({ body }: Answered): AnnotationView => body as AnnotationView;
export const asProblem = ({ body }: Answered): Problem => body as Problem;

/** The status and, for a problem, its code: what most tests want to know. */
export const said = ({ status, body }: Answered): string =>
  status >= 400 ? `${status} ${(body as Problem).code}` : String(status);
