import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '@/bin/launch/testing/app-process';
import { waitUntil } from '@/bin/processes/end';
import type { BuiltArticle } from '@/prisma/builders/article';
import { callOnce } from './call';
import type { FaultDesk } from './fault-desk';
import type { FaultReport } from './fault-report';
import { reconcile } from './reconcile';
import { Writers } from './writers';

export interface KillOrder {
  readonly desk: FaultDesk;
  readonly seed: number;
  readonly random: () => number;
  readonly rounds: number;
  readonly writers: number;
  /** Acknowledged writes between two kills, at least. */
  readonly writes: number;
}

/** Milliseconds within which so many writes have to come through; a machine may be busy. */
const PATIENCE = 120_000;

/** Kills the app again and again while it writes, and starts it anew. */
export async function killApp(order: KillOrder): Promise<FaultReport> {
  const { desk } = order;
  let app = await desk.startApp();
  const port = Number(new URL(app.url).port);
  await app.waitUntilReady(PATIENCE);
  const report = await killWhileWriting(
    order,
    'kill -9 of the app',
    () => app.url,
    async () => {
      await app.kill();
      app = await desk.startApp(port);
      return [];
    },
    () => app,
  );
  await app.kill();
  return report;
}

/** Kills Postgres again and again while it writes, and starts it anew; the app is left alone. */
export async function killDatabase(order: KillOrder): Promise<FaultReport> {
  const { desk } = order;
  const app = await desk.startApp();
  await app.waitUntilReady(PATIENCE);
  const report = await killWhileWriting(
    order,
    'kill -9 of Postgres',
    () => app.url,
    async () => {
      await desk.killDatabase();
      const wrong = await lookWhileAway(app, desk.token);
      await desk.reviveDatabase();
      return wrong;
    },
    () => app,
  );
  if (app.hasEnded) return { ...report, wrong: [...report.wrong, 'The app ended with its database.'] };
  await app.kill();
  return report;
}

/** While the database is away: 503 and when to come back, from the API and from /readyz. */
async function lookWhileAway({ url }: AppProcess, token: string): Promise<string[]> {
  const asked = await callOnce(url, { method: 'GET', path: '/me', token });
  const ready = await fetch(`${url}/readyz`);
  await ready.body?.cancel();
  return [
    ...(asked?.status === 503 && asked.retryAfter !== null
      ? []
      : [`away, the API said ${JSON.stringify(asked)}`]),
    ...(ready.status === 503 && ready.headers.has('retry-after')
      ? []
      : [`away, /readyz said ${ready.status}`]),
  ];
}

async function killWhileWriting(
  { desk, seed, random, rounds, writers: count, writes }: KillOrder,
  fault: string,
  url: () => string,
  kill: () => Promise<string[]>,
  app: () => AppProcess,
): Promise<FaultReport> {
  const articles: readonly BuiltArticle[] = await desk.addArticles(4);
  const writers = new Writers({ url, token: desk.token, articles, writers: count, random });
  const recoveries: number[] = [];
  const wrong: string[] = [];
  writers.start();
  for (let round = 0; round < rounds && writers.unexpected.length === 0; round += 1) {
    await moreWrites(writers, writes);
    await pause(random() * 60);
    // In the middle of writing: somebody always waits for an answer.
    await waitUntil(() => writers.underWay > 0, PATIENCE, 1);
    const began = performance.now();
    wrong.push(...(await kill()));
    await app().waitUntilReady(PATIENCE);
    await moreWrites(writers, 1);
    recoveries.push(performance.now() - began);
  }
  await writers.finish();
  const reckoning = await reconcile(desk.databaseUrl, articles, writers);
  return {
    ...{ fault, seed, rounds, ...reckoning, recoveries },
    wrong: [...wrong, ...writers.unexpected],
    more: `${count} writers, ${writers.repetitions} repetitions`,
  };
}

async function moreWrites(writers: Writers, count: number): Promise<void> {
  const wanted = writers.acknowledged.size + count;
  const there = (): boolean => writers.acknowledged.size >= wanted || writers.unexpected.length > 0;
  if (!(await waitUntil(there, PATIENCE, 2))) throw new Error(`Not even ${count} writes came through`);
}
