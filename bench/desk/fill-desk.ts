import { readFile } from 'node:fs/promises';
import { issueToken } from '@/lib/auth/api-tokens';
import { signInAs } from '@/lib/auth/sign-in-as';
import { runOperations } from '@/lib/commands/run-operations';
import { newId } from '@/lib/ids';
import { inProject } from '@/bin/project';
import { nextMark } from './next-mark';
import { buildArticle, type BuiltArticle } from '@/prisma/builders/article';
import { buildProject } from '@/prisma/builders/project';
import { valueOf } from '@/prisma/builders/value-of';

export interface FilledDesk {
  /** The editor's bearer token. */
  readonly token: string;
  /** The editor's session, as a Cookie header. */
  readonly cookie: string;
  /** Articles that nobody has marked yet. */
  readonly articles: readonly BuiltArticle[];
  /** One with so many marks. */
  readonly marked: BuiltArticle;
}

export const MARKS = 500;

/** A project of one editor with as many unmarked articles as wanted and a marked one, all of them the demo's article. */
export async function fillDesk(articles: number): Promise<FilledDesk> {
  const project = await buildProject();
  const text = await readFile(inProject('prisma', 'data', 'soyuz-ms09.txt'), 'utf8');
  const built: BuiltArticle[] = [];
  while (built.length <= articles) built.push(await buildArticle({ project, text }));
  const [marked, ...unmarked] = built;
  const operations = Array.from({ length: MARKS }, () => ({
    kind: 'annotation.create' as const,
    operationId: newId(),
    id: newId(),
    annotation: nextMark(marked!),
  }));
  const context = { operationId: null, now: new Date() };
  for (const { result } of valueOf(await runOperations(project.editor, marked!.id, operations, context))) {
    if (!result.ok) throw new Error(result.failure.detail);
  }
  const order = { email: project.editor.email, scope: 'write', name: 'bench' } as const;
  const session = valueOf(await signInAs(project.editor.id, new Headers()));
  return {
    token: valueOf(await issueToken(order)).token,
    cookie: session
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
    articles: unmarked,
    marked: marked!,
  };
}
