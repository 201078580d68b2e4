import { addEvidence } from '@/lib/commands/add-evidence';
import { changeArticle } from '@/lib/commands/change-article';
import { changeCoverage } from '@/lib/commands/change-coverage';
import { deleteAnnotation } from '@/lib/commands/delete-annotation';
import { dismissSuggestion } from '@/lib/commands/dismiss-suggestion';
import { invitePerson } from '@/lib/commands/invite-person';
import { newId } from '@/lib/ids';
import { db } from '@/lib/store/client';
import { AWKWARD } from '@/lib/text/awkward-texts';
import { TestApi } from '../test-api';
import { buildAnnotation } from './annotation';
import { buildArticle, type BuiltArticle } from './article';
import { buildPerson } from './person';
import { buildProject, type BuiltProject } from './project';
import { buildPublishedReport } from './report';
import { buildSource } from './source';
import { valueOf } from './value-of';

export interface FullDesk {
  readonly project: BuiltProject;
  /** With a mark in every status, evidence, and an original file. */
  readonly article: BuiltArticle;
  /** Its words were taken out of the database. */
  readonly redacted: BuiltArticle;
}

const context = (): { operationId: string; now: Date } => ({ operationId: newId(), now: new Date() });

/** A desk that has been lived in: something in every table, texts that break careless handling, everything that can end up somewhere else. */
export async function buildFullDesk(): Promise<FullDesk> {
  const admin = await buildPerson({ admin: true, password: 'a password nobody would guess' });
  await buildPerson({ name: 'Gone\\N "Person"\t\\.', deactivatedAt: new Date() });
  const editor = await buildPerson({ name: 'Edda 👩‍👩‍👧‍👦 שָׁלוֹם', password: 'another that nobody would guess' });
  const project = await buildProject({ name: `${AWKWARD['astral Han']} \\N, “desk”`, editor });
  const text = `Soyug-FG 😀 Harbour\n\n${Object.values(AWKWARD).join(' | ')}\n\\N \\. tab\tbackslash \\ end`;
  const article = await buildArticle({
    project,
    text,
    byline: 'By\\N',
    url: 'https://press.example/one',
    publishedAt: '2018-06-06T12:00:00.123Z',
    phase: 'after',
    file: { name: 'soyuz.txt', encoding: 'utf-8', base64: Buffer.from(text).toString('base64') },
  });
  const quotes = {
    open: 'Soyug-FG',
    accepted: '😀',
    rejected: 'Harbour',
    sic: AWKWARD['Hebrew with points'],
    merged: AWKWARD['family with joiners'],
  } as const;
  const intoId = (await buildAnnotation({ article, quote: 'Soyug' })).id;
  for (const [status, quote] of Object.entries(quotes) as [keyof typeof quotes, string][]) {
    const mark = await buildAnnotation({ article, quote, status, intoId });
    if (status !== 'open') continue;
    const evidence = {
      url: 'https://press.example/rocket',
      note: 'e\u0301\n\\N',
      relation: 'supports',
    } as const;
    valueOf(await addEvidence(project.reviewer, mark.id, mark.revision, evidence, context()));
  }
  const source = await buildSource(article, { text: `\\N ${AWKWARD['family with joiners']} said` });
  const cited = await buildAnnotation({ article, quote: 'Harbour' });
  const place = { sourceId: source.id, excerpt: '\\N', start: 0, end: 2, relation: 'context' } as const;
  valueOf(await addEvidence(project.reviewer, cited.id, cited.revision, place, context()));
  const gone = await buildAnnotation({ article, quote: 'backslash', correction: '' });
  valueOf(await deleteAnnotation(project.reviewer, gone.id, gone.revision, context()));
  const related = { article, quote: 'tab', relatedId: intoId };
  await buildAnnotation(related);
  const { versionId } = article;
  const checked = { versionId, start: 0, end: 10, state: 'verified' } as const;
  valueOf(await changeCoverage(project.reviewer, article.id, checked, context()));
  const dismissal = { ruleId: 'spelling', hash: 'f'.repeat(64), exact: '\\N \\u0000', dismissed: true };
  valueOf(await dismissSuggestion(project.editor, article.id, dismissal, context()));
  await buildPublishedReport(article);
  const trashed = await buildArticle({ project, text: AWKWARD['Arabic'] ?? '' });
  valueOf(await changeArticle(project.editor, trashed.id, { trashed: true }, context()));
  const redacted = await buildArticle({ project, text: 'Words that had to go.\nAll of them.' });
  await buildAnnotation({ article: redacted, quote: 'Words', status: 'accepted' });
  await db().$queryRaw`SELECT redact_article(${redacted.id}::uuid)::int`;
  await keepSecrets(admin.id);
  await TestApi.as(editor);
  valueOf(
    await invitePerson(
      admin,
      { email: 'guest@desk.example', name: 'Guest', admin: false },
      'https://desk.example',
      context(),
    ),
  );
  return { project, article, redacted };
}

async function keepSecrets(personId: string): Promise<void> {
  const later = new Date(Date.now() + 3_600_000);
  const when = { expiresAt: later };
  await db().session.create({ data: { id: newId(), token: newId(), personId, ...when } });
  await db().verification.create({ data: { id: newId(), identifier: 'reset', value: newId(), ...when } });
  await db().rateLimit.create({ data: { id: newId(), key: newId(), count: 1, lastRequest: 1n } });
}
