import type { AnnotationView } from '@/lib/contract/annotation';
import type { Problem } from '@/lib/contract/problem';
import { newId } from '@/lib/ids';
import { nextMark } from '../desk/next-mark';
import { callOnce, type Got } from './call';
import type { FaultDesk } from './fault-desk';
import type { FaultReport } from './fault-report';
import { reconcile } from './reconcile';

/** So many races run side by side. */
const LANES = 8;

/** Two people change one mark from the same revision at the same moment, through two processes: one wins, the other has both texts. */
export async function raceForMarks(desk: FaultDesk, seed: number, rounds: number): Promise<FaultReport> {
  const articles = await desk.addArticles(2);
  const apps = await Promise.all([desk.startApp(), desk.startApp()]);
  for (const app of apps) await app.waitUntilReady(120_000);
  const sent = new Map<string, string>();
  const acknowledged = new Set<string>();
  const wrong: string[] = [];
  let begun = 0;

  const ask = async (app: number, id: string, note: string): Promise<Got | null> => {
    const operationId = newId();
    sent.set(operationId, id);
    const got = await callOnce(apps[app]!.url, {
      ...{ method: 'PATCH', path: `/annotations/${id}`, token: desk.token, operationId, revision: 1 },
      body: { note },
    });
    if (got?.status === 200) acknowledged.add(operationId);
    return got;
  };
  const race = async (): Promise<void> => {
    const made = { id: newId(), operationId: newId() };
    sent.set(made.operationId, made.id);
    const body = nextMark(articles[begun % articles.length]!);
    const put = await callOnce(apps[0].url, {
      ...{ method: 'PUT', path: `/annotations/${made.id}`, token: desk.token, body },
      operationId: made.operationId,
    });
    if (put?.status === 201) acknowledged.add(made.operationId);
    const notes = [`one of ${made.id}`, `two of ${made.id}`];
    const got = await Promise.all(notes.map((note, at) => ask(at, made.id, note)));
    const flaw = judge(notes, got);
    if (flaw !== null) wrong.push(flaw);
  };
  const lane = async (): Promise<void> => {
    while ((begun += 1) <= rounds) await race();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await Promise.all(apps.map((app) => app.kill()));
  const reckoning = await reconcile(desk.databaseUrl, articles, { sent, acknowledged });
  return { fault: 'two writers, one mark', seed, rounds, ...reckoning, wrong };
}

/** Exactly one was done; the refusal of the other holds what the winner wrote. Null when it is so. */
function judge(notes: readonly string[], got: readonly (Got | null)[]): string | null {
  const winner = got.findIndex((answer) => answer?.status === 200);
  const loser = 1 - winner;
  const won = got[winner]?.body as AnnotationView | undefined;
  const lost = got[loser]?.body as Problem | undefined;
  const theirs = lost?.current as AnnotationView | undefined;
  const isRight =
    got[loser]?.status === 409 &&
    lost?.code === 'stale-revision' &&
    won?.note === notes[winner] &&
    won?.revision === 2 &&
    theirs?.note === notes[winner] &&
    theirs?.revision === 2;
  return isRight
    ? null
    : got.map((answer) => `${answer?.status} ${JSON.stringify(answer?.body)}`).join(' against ');
}
