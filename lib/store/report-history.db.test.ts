import { expect, test } from 'vitest';
import { buildAnnotation } from '@/prisma/builders/annotation';
import { buildDesk, said } from '@/prisma/builders/desk';
import { valueOf } from '@/prisma/builders/value-of';
import { withTestDatabase } from '@/prisma/with-test-database';
import { changeAnnotation, deleteAnnotation } from '@/lib/contract/endpoints/annotations';
import { deedOf } from '@/lib/history/deeds-of';
import { db } from './client';
import { eventsOf } from './events';
import { EVENTS_AT_ONCE } from './report-history';
import { reportInputFor } from './report-input';

withTestDatabase();

const TEXT = '😀 They went up on a Soyug-FG rocket.';

test('a report’s history tells of every event what the event itself tells', async () => {
  const { article, reviewer, editor } = await buildDesk({ text: TEXT });
  const mark = await buildAnnotation({ article, quote: 'Soyug-FG', correction: 'Soyuz', note: 'a' });
  const change = async (revision: number, body: Readonly<Record<string, unknown>>): Promise<void> =>
    expect(said(await reviewer.call(changeAnnotation, { params: { id: mark.id }, body, revision }))).toBe(
      '200',
    );
  await change(mark.revision, { correction: 'Soyuz-FG', note: 'b' });
  await change(mark.revision + 1, { severity: 'major' });
  for (const [quote, status] of [
    ['They', 'accepted'],
    ['went', 'rejected'],
    ['up', 'sic'],
    ['on', 'merged'],
  ] as const) {
    await buildAnnotation({ article, quote, status, evidenceUrl: 'https://example.org/log' });
  }
  const gone = await buildAnnotation({ article, quote: 'rocket' });
  expect(
    said(await editor.call(deleteAnnotation, { params: { id: gone.id }, revision: gone.revision })),
  ).toBe('200');

  const by = article.project.editor;
  const events = valueOf(await eventsOf(by, article.id, { after: 0, limit: 500, here: 'false' })).items;
  const told = events
    .filter(({ subjectId }) => subjectId !== gone.id)
    .flatMap((event) => deedOf(event) ?? []);
  const facts = valueOf(await reportInputFor(by, article.id, { withHistory: true }));
  expect(facts.history).toEqual(told);
  expect(told.map(({ deed }) => deed)).toEqual(
    expect.arrayContaining(['marked', 'changed', 'accepted', 'rejected', 'sic', 'merged']),
  );
  expect(told.filter(({ deed }) => deed === 'changed').map(({ fields }) => fields)).toEqual([
    ['correction', 'note'],
    ['severity'],
  ]);
  expect(facts.people.map(({ id }) => id)).toContain(by.id);
  expect(valueOf(await reportInputFor(by, article.id)).history).toBeUndefined();
});

test('a long history is told whole, and of what was redacted nothing is told', async () => {
  const { article } = await buildDesk({ text: TEXT });
  const by = article.project.editor;
  const { id } = await buildAnnotation({ article, quote: 'They' });
  await db().$executeRaw`
    INSERT INTO "event" ("id", "projectId", "articleId", "seq", "kind", "subjectId", "actorId", "at", "operationId", "requestHash")
    SELECT gen_random_uuid(), e."projectId", e."articleId", e."seq" + n,
           CASE WHEN n % 3 = 0 THEN 'annotation.decided' ELSE 'annotation.restored' END,
           e."subjectId", e."actorId", e."at", gen_random_uuid(), e."requestHash"
      FROM "event" e, generate_series(1, ${2 * EVENTS_AT_ONCE}::int) n
     WHERE e."articleId" = ${article.id}::uuid AND e."subjectId" = ${id}::uuid`;
  const { history = [] } = valueOf(await reportInputFor(by, article.id, { withHistory: true }));
  const restored = Array.from({ length: 2 * EVENTS_AT_ONCE }, (_, at) => at + 1).filter((n) => n % 3 !== 0);
  expect(history.map(({ deed }) => deed)).toEqual(['marked', ...restored.map(() => 'restored')]);
});
