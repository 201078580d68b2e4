import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAnnotation } from '@/lib/commands/add-annotation';
import { addArticle } from '@/lib/commands/add-article';
import { addMember } from '@/lib/commands/add-member';
import { addProject } from '@/lib/commands/add-project';
import { decideAnnotation } from '@/lib/commands/decide-annotation';
import type { WriteContext } from '@/lib/commands/write-context';
import type { Outcome } from '@/lib/contract/failure';
import type { DemoSignIn } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { db } from '@/lib/store/client';
import { createArticleText, toCodePoint } from '@/lib/text/article-text';
import { codeUnit } from '@/lib/text/offsets';
import { demoId } from './demo-id';
import { DEMO_MARKS, type DemoMark } from './demo-marks';

export const DEMO_PROJECT_ID = demoId('project');
export const DEMO_ARTICLE_ID = demoId('article');

const ARTICLE_FILE = join(process.cwd(), 'prisma', 'data', 'soyuz-ms09.txt');
const NAMES: Readonly<Record<DemoSignIn['as'], string>> = {
  reviewer: 'Robin Vega',
  editor: 'Edda Lindqvist',
};

const stepOf = {
  mark: ({ name }: DemoMark): string => `mark ${name}`,
  decision: ({ name }: DemoMark): string => `decision ${name}`,
};

/** Where the last step has been done, nothing is left to do. */
function lastStep(): string {
  const last = DEMO_MARKS.at(-1)!;
  return last.decision === undefined ? stepOf.mark(last) : stepOf.decision(last);
}

/**
 * Makes the demo: two people, a project, an article with marks. Every step is an operation with an id of its own, so a
 * seed that was cut short is finished by the next one, and what people have changed, archived or trashed since stays
 * as they left it.
 */
export async function seedDemo(): Promise<void> {
  if ((await db().event.count({ where: { operationId: demoId(lastStep()) } })) > 0) return;
  const isFirstTime = (await db().project.count({ where: { id: DEMO_PROJECT_ID } })) === 0;
  try {
    await makeDemo();
  } catch (error) {
    // Whoever works in a demo that was cut short may have changed what the rest of it stands on: then it is theirs.
    if (isFirstTime || !(error instanceof Refused)) throw error;
  }
}

async function makeDemo(): Promise<void> {
  const people = { reviewer: await ensurePerson('reviewer'), editor: await ensurePerson('editor') };
  // Projects are made by administrators; the demo's people are none, and only this one step is done as if.
  const maker: Actor = { ...people.editor, admin: true };
  const project = { id: DEMO_PROJECT_ID, name: 'Demo desk', schema: 'full' } as const;
  done(await addProject(maker, { ...project, editorEmail: people.editor.email }, as('project')));
  const member = { email: people.reviewer.email, role: 'reviewer' } as const;
  done(await addMember(people.editor, DEMO_PROJECT_ID, member, as('member')));
  const bytes = await readFile(ARTICLE_FILE);
  const text = bytes.toString('utf8');
  const article = done(
    await addArticle(
      people.editor,
      DEMO_PROJECT_ID,
      {
        id: DEMO_ARTICLE_ID,
        title: 'Soyuz MS-09: the leak on the space station',
        text,
        phase: 'before',
        file: { name: 'soyuz-ms09.txt', encoding: 'utf-8', base64: bytes.toString('base64') },
      },
      as('article'),
    ),
  );
  for (const mark of DEMO_MARKS) await seedMark(people, article.currentVersion.id, text, mark);
}

async function seedMark(
  people: Readonly<Record<DemoSignIn['as'], Actor>>,
  versionId: string,
  text: string,
  mark: DemoMark,
): Promise<void> {
  const { by, quote, says, decision } = mark;
  const id = demoId(stepOf.mark(mark));
  const annotation = { versionId, ...spanOf(text, quote), exact: quote, ...says };
  const made = done(await addAnnotation(people[by], id, annotation, as(stepOf.mark(mark))));
  if (decision === undefined) return;
  const { revision } = made.annotation;
  done(await decideAnnotation(people.editor, id, revision, decision, as(stepOf.decision(mark))));
}

/** The place of words that stand in the text once. */
function spanOf(text: string, quote: string): { start: number; end: number } {
  const at = text.indexOf(quote);
  if (at < 0 || text.includes(quote, at + 1))
    throw new Error(`The demo’s text does not hold “${quote}” once`);
  const article = createArticleText(text);
  return {
    start: toCodePoint(article, codeUnit(at)),
    end: toCodePoint(article, codeUnit(at + quote.length)),
  };
}

const as = (step: string): WriteContext => ({ operationId: demoId(step), now: new Date() });

/** A step that a command would not do. */
class Refused extends Error {}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(`The demo could not be made: ${outcome.failure.detail}`);
}

async function ensurePerson(role: DemoSignIn['as']): Promise<Actor> {
  const email = DEMO_EMAILS[role];
  const person = await db().person.upsert({
    where: { email },
    create: { id: demoId(role), email, name: NAMES[role] },
    update: {},
  });
  const { id, name, admin, singleKeys } = person;
  return { id, name, email, admin, singleKeys, scope: 'admin' };
}
