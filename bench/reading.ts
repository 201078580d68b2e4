import { parseArgs } from 'node:util';
import { signInAs } from '@/lib/auth/sign-in-as';
import { closeDatabase } from '@/lib/store/client';
import { buildProject } from '@/prisma/builders/project';
import { valueOf } from '@/prisma/builders/value-of';
import { openDesk } from './desk/open-desk';
import { runBench } from './desk/undo';
import { fillArticle } from './reading/fill-article';
import { makeMarks } from './reading/make-marks';
import { makeText } from './reading/make-text';
import { measureDesk, weighEmptyDesk } from './reading/measure-desk';
import { measurePeer } from './reading/measure-peer';
import { openBrowser } from './reading/open-browser';
import { seededRandom } from './reading/random';
import { median, type ReadingRound } from './reading/reading-round';
import { servePeers, type PeerName } from './reading/serve-peers';
import { figuresTable, type ReadingCell } from './reading/tables';
import { currentLoad, describeMachine } from './report/machine';
import { writeResults } from './report/write-results';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '5,100,1000' },
    marks: { type: 'string', default: '100,1000,10000' },
    seed: { type: 'string', default: '20261125' },
    subjects: { type: 'string', default: 'floor,recogito-css,recogito-spans,desk' },
  },
});
const numbers = (list: string): readonly number[] => list.split(',').map(Number);
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const subjects = values.subjects.split(',') as readonly (PeerName | 'desk')[];

await runBench(async (undo) => {
  const loadBefore = currentLoad();
  const desk = await openDesk(undo);
  undo.push(closeDatabase);
  const project = await buildProject();
  const cookie = valueOf(await signInAs(project.editor.id, new Headers()))
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const peers = await servePeers(undo);
  const browser = await openBrowser(undo);

  const cells: ReadingCell[] = [];
  for (const size of numbers(values.sizes)) {
    const text = makeText(seededRandom(seed + size), size * 1000);
    const empty = await fillArticle(project, text, []);
    const emptyDesk = await weighEmptyDesk(browser, desk.url, `/articles/${empty}`, cookie);
    for (const count of numbers(values.marks)) {
      const marks = makeMarks(seededRandom(seed + count), text, count);
      const places = makeMarks(seededRandom(seed), text.slice(0, 1500), 10);
      const article = subjects.includes('desk') ? await fillArticle(project, text, marks) : '';
      const measured = new Map<string, ReadingRound[]>(subjects.map((subject) => [subject, []]));
      for (let round = 1; round <= rounds; round += 1) {
        for (const subject of subjects) {
          const figures =
            subject === 'desk'
              ? await measureDesk(browser, desk.url, `/articles/${article}`, cookie)
              : await measurePeer(browser, peers.addressOf(subject, text), marks, places);
          measured.get(subject)!.push(figures);
          console.log(
            `${size} kB × ${count}  round ${round}  ${subject.padEnd(14)} set ${median(figures.set).toFixed(0)}  create ${median(figures.created).toFixed(0)}  delete ${median(figures.deleted).toFixed(0)}  filter ${median(figures.filtered).toFixed(0)}  late ${figures.scroll.late}  heap ${figures.heap.toFixed(0)}`,
          );
        }
      }
      cells.push({ size, count, emptyDesk, measured });
    }
  }
  writeResults(
    'reading',
    'Reading: texts and marks of every size',
    describeMachine(),
    [
      `Headless Chromium ${browser.version()}, no GPU, a window of 1440 × 900; the production build.`,
      `Generated English, seed ${seed}; a fifth of the marks nested or crossing. Medians of ${rounds} rounds, by turns, each on a page opened anew.`,
      `Load average ${loadBefore} before and ${currentLoad()} after.`,
      'Milliseconds unless said otherwise. “Painted” is the second frame after the change, so 17 to 33 ms means the next frame.',
    ],
    cells.flatMap((cell) => [
      `## ${cell.size} kB, ${cell.count.toLocaleString('en')} marks`,
      figuresTable(cell),
    ]),
  );
});
