import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '@/bin/launch/testing/app-process';
import { seeded } from '@/prisma/builders/random';
import { callOnce } from '../faults/call';
import type { FaultDesk } from '../faults/fault-desk';
import { reconcile, type Reckoning } from '../faults/reconcile';
import { Writers } from '../faults/writers';
import { residentMemory } from './memory';
import { watch } from './watch';

export interface Mixed extends Reckoning {
  readonly seconds: number;
  readonly reads: number;
  /** Answers that should not have been given; reads while the database was away are not among them. */
  readonly wrong: readonly string[];
  readonly recovery: number;
  /** The app's memory in megabytes, ten times over the run. */
  readonly memory: readonly number[];
}

const SAMPLES = 10;

/** Writers, readers and watchers at once for so long; half-way Postgres is killed and started again. */
export async function loadMixed(
  desk: FaultDesk,
  app: AppProcess,
  seconds: number,
  seed: number,
): Promise<Mixed> {
  const articles = await desk.addArticles(8);
  const { token } = desk;
  const order = { url: () => app.url, token, articles, writers: 8, random: seeded(seed), pace: 100 };
  const writers = new Writers(order);
  const watchers = await watch(app.url, articles[0]!.id, [token], 20, 1);
  const wrong: string[] = [];
  const end = performance.now() + seconds * 1_000;
  let away = false;
  let reads = 0;
  const read = async (): Promise<void> => {
    while (performance.now() < end) {
      const article = articles[reads % articles.length]!;
      const got = await callOnce(app.url, {
        method: 'GET',
        path: `/articles/${article.id}/annotations?limit=100`,
        token,
      });
      reads += 1;
      if (got?.status !== 200 && got?.status !== 503) wrong.push(`A read: ${got?.status}`);
      if (got?.status === 503 && !away)
        wrong.push('A read was told to come back while the database was there');
      await pause(100);
    }
  };
  const memory: number[] = [];
  const sample = async (): Promise<void> => {
    for (let taken = 0; taken < SAMPLES; taken += 1) {
      await pause((seconds * 1_000) / SAMPLES);
      memory.push(residentMemory(app.pid));
    }
  };
  const kill = async (): Promise<number> => {
    await pause((seconds * 1_000) / 2);
    const began = performance.now();
    away = true;
    await desk.killDatabase();
    await desk.reviveDatabase();
    await app.waitUntilReady(60_000);
    const recovery = performance.now() - began;
    // What was asked for while it was away may still be answered.
    await pause(1_000);
    away = false;
    return recovery;
  };
  writers.start();
  const [recovery] = await Promise.all([kill(), sample(), ...Array.from({ length: 4 }, read)]);
  await writers.finish();
  watchers.close();
  const reckoning = await reconcile(desk.databaseUrl, articles, writers);
  return {
    ...reckoning,
    ...{ seconds, reads, recovery, memory },
    wrong: [...wrong, ...writers.unexpected, ...(watchers.errors() > 0 ? ['A stream ended or skipped'] : [])],
  };
}
