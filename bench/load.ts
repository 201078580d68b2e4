import { parseArgs } from 'node:util';
import { buildApp } from '@/bin/steps/build';
import { generateClient } from '@/bin/steps/generate';
import { newId } from '@/lib/ids';
import { setTimeout as pause } from 'node:timers/promises';
import { describePostgres } from './desk/describe-postgres';
import { nextMark } from './desk/next-mark';
import { orThrow } from './desk/project';
import { runBench } from './desk/undo';
import { callOnce } from './faults/call';
import { FaultDesk } from './faults/fault-desk';
import { loadMixed } from './load/mixed';
import { watch } from './load/watch';
import { figuresOf } from './measure/figures';
import { loadHttp } from './measure/http-load';
import { currentLoad, describeMachine } from './report/machine';
import { table, writeResults } from './report/write-results';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: '32' },
    watchers: { type: 'string', default: '200' },
    commits: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const [seconds, connections, watching] = [values.seconds, values.connections, values.watchers].map(
  Number,
) as [number, number, number];
const BUILD_FOLDER = '.next-bench';
/** The streams that one person may have open, and a few left over. */
const STREAMS_EACH = 50;

await runBench(async (undo) => {
  const loadBefore = currentLoad();
  orThrow(await generateClient());
  orThrow(
    await buildApp({ folder: BUILD_FOLDER, show: true, onNeeded: () => console.log('Building the app …') }),
  );
  const desk = await FaultDesk.open(undo, BUILD_FOLDER);
  const articles = await desk.addArticles(connections);
  const tokens = await desk.addReaders(Math.ceil(watching / STREAMS_EACH));
  const app = await desk.startApp();
  await app.waitUntilReady(60_000);

  let turn = 0;
  const creating = figuresOf(
    await loadHttp({
      ...{ url: app.url, connections, seconds },
      next: () => ({
        method: 'PUT',
        path: `/api/v1/annotations/${newId()}`,
        headers: {
          authorization: `Bearer ${desk.token}`,
          'content-type': 'application/json',
          'idempotency-key': newId(),
        },
        body: JSON.stringify(nextMark(articles[(turn += 1) % articles.length]!)),
      }),
    }),
  );
  console.log(`Creating: ${creating.perSecond.toFixed(0)} a second, p99 ${creating.p99.toFixed(0)} ms`);

  const [watched] = await desk.addArticles(1);
  const watchers = await watch(app.url, watched!.id, tokens, watching, 1);
  for (let commit = 0; commit < Number(values.commits); commit += 1) {
    const id = newId();
    watchers.sent(id);
    const sent = {
      method: 'PUT',
      path: `/annotations/${id}`,
      token: desk.token,
      body: nextMark(watched!),
    } as const;
    if ((await callOnce(app.url, sent))?.status !== 201) throw new Error('A mark was not made');
    await pause(200);
  }
  const seen = figuresOf({ seconds: 1, latencies: watchers.latencies, errors: watchers.errors() });
  const missing = watching * Number(values.commits) - watchers.latencies.length;
  watchers.close();
  const p95 = watchers.latencies.toSorted((a, b) => a - b)[Math.ceil(0.95 * watchers.latencies.length) - 1];
  console.log(`Watching: p95 ${p95?.toFixed(0)} ms, p99 ${seen.p99.toFixed(0)} ms, ${missing} missing`);

  const mixed = await loadMixed(desk, app, Number(values.minutes) * 60, Number(values.seed));
  for (const line of mixed.wrong.slice(0, 10)) console.log(line);
  const ms = (value: number | undefined): string => (value ?? Number.NaN).toFixed(0);
  writeResults(
    'load',
    'Load: making marks, watching, everything at once with a kill of Postgres',
    describeMachine(),
    [
      `${await describePostgres(desk.databaseUrl)}.`,
      'The load comes from the same machine, over the loopback.',
      `Load average ${loadBefore} before and ${currentLoad()} after.`,
    ],
    [
      `## Making marks, ${connections} connections, ${seconds} s`,
      table(
        ['per second', 'p50 ms', 'p99 ms', 'requests', 'errors'],
        [[ms(creating.perSecond), ms(creating.p50), ms(creating.p99), creating.requests, creating.errors]],
      ),
      `## ${watching} streams on one article, ${values.commits} commits, from the request to the last reader`,
      table(
        ['p50 ms', 'p95 ms', 'p99 ms', 'seen', 'missing or out of order'],
        [[ms(seen.p50), ms(p95), ms(seen.p99), seen.requests, missing + seen.errors]],
      ),
      `## ${values.minutes} minutes of writing, reading and watching, Postgres killed half-way`,
      table(
        [
          'acknowledged',
          'stored',
          'lost',
          'duplicated',
          'reads',
          'wrong answers',
          'ready again after',
          'memory of the app, MB',
        ],
        [
          [
            ...[
              mixed.acknowledged,
              mixed.stored,
              mixed.lost,
              mixed.duplicated,
              mixed.reads,
              mixed.wrong.length,
            ],
            `${ms(mixed.recovery)} ms`,
            mixed.memory.map((each) => ms(each)).join(' '),
          ],
        ],
      ),
    ],
  );
});
