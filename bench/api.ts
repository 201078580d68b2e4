import { parseArgs } from 'node:util';
import { closeDatabase } from '@/lib/store/client';
import { CONNECTIONS, deskPath, readSubjects, writeSubjects } from './api/subjects';
import { readsTable, writesTable } from './api/tables';
import { serveBareRoute } from './bare/bare-route';
import { describePostgres } from './desk/describe-postgres';
import { weighScripts } from './desk/desk-scripts';
import { fillDesk, MARKS } from './desk/fill-desk';
import { openDesk } from './desk/open-desk';
import { runBench } from './desk/undo';
import { interleave } from './measure/interleave';
import { currentLoad, describeMachine } from './report/machine';
import { writeResults } from './report/write-results';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '7' } },
});
const plan = { rounds: Number(values.rounds), seconds: Number(values.seconds) };

await runBench(async (undo) => {
  const loadBefore = currentLoad();
  const bareUrl = await serveBareRoute(undo);
  const desk = await openDesk(undo);
  undo.push(closeDatabase);
  const filled = await fillDesk(CONNECTIONS);

  const writes = await interleave(writeSubjects(desk, filled, bareUrl), plan);
  const reads = await interleave(readSubjects(desk, filled), plan);
  const scripts = await weighScripts(desk.url + deskPath(filled.marked), filled.cookie);
  writeResults(
    'api',
    'The API, opening an article, the desk’s scripts',
    describeMachine(),
    [
      `${await describePostgres(desk.databaseUrl)}.`,
      'The load comes from the same machine, over the loopback.',
      `Load average ${loadBefore} before and ${currentLoad()} after; medians of ${plan.rounds} rounds of ${plan.seconds} s, by turns.`,
    ],
    [
      `## Making a mark, ${CONNECTIONS} connections`,
      writesTable(writes),
      `## Opening an article with ${MARKS} marks`,
      readsTable(reads),
      '## The desk’s scripts',
      `${scripts.files} files that the page loads or preloads, ${(scripts.bytes / 1000).toFixed(1)} kB gzipped.`,
    ],
  );
});
