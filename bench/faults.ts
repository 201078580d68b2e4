import { parseArgs } from 'node:util';
import { buildApp } from '@/bin/steps/build';
import { generateClient } from '@/bin/steps/generate';
import { describePostgres } from './desk/describe-postgres';
import { orThrow } from './desk/project';
import { runBench } from './desk/undo';
import { FaultDesk } from './faults/fault-desk';
import { FAULT_HEAD, faultRow, type FaultReport } from './faults/fault-report';
import { FAULTS, runFault, SHORT_SET, type FaultName } from './faults/run-faults';
import { currentLoad, describeMachine } from './report/machine';
import { table, writeResults } from './report/write-results';

const size = (name: keyof typeof SHORT_SET) =>
  ({ type: 'string', default: String(SHORT_SET[name]) }) as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kills: size('kills'),
    writes: size('writes'),
    cuts: size('cuts'),
    races: size('races'),
    events: size('events'),
  },
});
const numbers = {
  seed: Number(values.seed),
  kills: Number(values.kills),
  writes: Number(values.writes),
  cuts: Number(values.cuts),
  races: Number(values.races),
  events: Number(values.events),
};
const all = Object.keys(FAULTS) as FaultName[];
const unknown = positionals.filter((name) => !all.includes(name as FaultName));
if (unknown.length > 0)
  throw new Error(`There is no fault ${unknown.join(', ')}; there are ${all.join(', ')}.`);
const names = positionals.length === 0 ? all : (positionals as FaultName[]);

await runBench(async (undo) => {
  const loadBefore = currentLoad();
  orThrow(await generateClient());
  orThrow(
    await buildApp({ folder: '.next-bench', show: true, onNeeded: () => console.log('Building the app …') }),
  );
  const desk = await FaultDesk.open(undo, '.next-bench');
  const reports: FaultReport[] = [];
  for (const name of names) reports.push(await runFault(name, desk, numbers));
  const isWrong = ({ wrong, lost, duplicated }: FaultReport): boolean =>
    wrong.length > 0 || lost !== 0 || duplicated !== 0;
  if (reports.some(isWrong)) process.exitCode = 1;
  if (names.length < all.length) return;
  writeResults(
    'faults',
    'Faults: what is lost, what is doubled, how long it takes to be back',
    describeMachine(),
    [
      `${await describePostgres(desk.databaseUrl)}.`,
      'Writers, app processes and Postgres on the same machine, over the loopback.',
      `Load average ${loadBefore} before and ${currentLoad()} after. \`npm run faults -- ${Object.entries(
        numbers,
      )
        .map(([name, value]) => `--${name} ${value}`)
        .join(' ')}\``,
    ],
    [table(FAULT_HEAD, reports.map(faultRow))],
  );
});
