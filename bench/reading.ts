import { parseArgs } from 'node:util';
import { signInAs } from '@/lib/auth/sign-in-as';
import { closeDatabase } from '@/lib/store/client';
import { buildProject } from '@/prisma/builders/project';
import { valueOf } from '@/prisma/builders/value-of';
import { openDesk } from './desk/open-desk';
import { runBench } from './desk/undo';
import { fillArticle } from './reading/fill-article';
import { makeMarks, type MarkedWords } from './reading/make-marks';
import { makeText } from './reading/make-text';
import { mergeParts } from './reading/merge-parts';
import { measureDesk, weighEmptyDesk } from './reading/measure-desk';
import { measurePeer } from './reading/measure-peer';
import { openBrowser } from './reading/open-browser';
import { seededRandom } from './reading/random';
import { median, type ReadingRound } from './reading/reading-round';
import { servePeers, type PeerName } from './reading/serve-peers';
import { makeShapes, refusedShapes } from './reading/shapes';
import { figuresTable, type ReadingCell } from './reading/tables';
import { currentLoad, describeMachine } from './report/machine';
import { table, writeResults } from './report/write-results';

/** kB of text, and marks on it. What is not measured this time keeps its last results. */
const SIZES = [5, 100, 1_000];
const COUNTS = [100, 1_000, 10_000];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    sizes: { type: 'string', default: SIZES.join() },
    marks: { type: 'string', default: COUNTS.join() },
    seed: { type: 'string', default: '20261125' },
    subjects: { type: 'string', default: 'floor,recogito-css,recogito-spans,desk,desk-within' },
    /** The desk on texts and marks of bad shapes, instead of the sizes. */
    shapes: { type: 'boolean', default: false },
  },
});
const numbers = (list: string): readonly number[] => list.split(',').map(Number);
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const subjects = values.subjects.split(',') as readonly (PeerName | DeskName)[];

/** Peers are scrolled once, and only through texts that take a while, in UTF-16 units: it costs seconds. */
const SCROLLED = 100_000;

const REFUSED = 'What no browser could show';

type DeskName = 'desk' | 'desk-within';

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

  /** `places` is where peers make a mark more: none, and no peer is measured. */
  const measureCell = async (
    name: string,
    text: string,
    marks: readonly MarkedWords[],
    here: readonly (PeerName | DeskName)[],
    places: readonly MarkedWords[],
  ): Promise<ReadingCell> => {
    const empty = await fillArticle(project, text, []);
    const emptyDesk = await weighEmptyDesk(browser, desk.url, `/articles/${empty}`, cookie);
    const article = await fillArticle(project, text, marks);
    const measured = new Map<string, ReadingRound[]>(here.map((subject) => [subject, []]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const subject of here) {
        const figures =
          subject === 'desk' || subject === 'desk-within'
            ? await measureDesk(browser, desk.url, `/articles/${article}`, cookie, subject === 'desk-within')
            : await measurePeer(
                browser,
                peers.addressOf(subject, text),
                marks,
                places,
                round === 1 && text.length >= SCROLLED,
              );
        measured.get(subject)!.push(figures);
        console.log(
          `${name}  round ${round}  ${subject.padEnd(14)} set ${median(figures.set).toFixed(0)}  create ${median(figures.created).toFixed(0)}  delete ${median(figures.deleted).toFixed(0)}  filter ${median(figures.filtered).toFixed(0)}  unrelated ${figures.unrelated.toFixed(1)}  late ${figures.scroll?.late ?? '–'}  fcp ${figures.firstPaint.toFixed(0)}  heap ${figures.heap.toFixed(0)}`,
        );
      }
    }
    return { name, emptyDesk, measured };
  };

  const title = (size: number, count: number): string => `${size} kB, ${count.toLocaleString('en')} marks`;
  const shapes = makeShapes(seededRandom(seed));
  const cells: ReadingCell[] = [];
  if (values.shapes) {
    for (const { name, text, marks } of shapes) {
      cells.push(await measureCell(name, text, marks, ['desk'], []));
    }
  } else {
    for (const size of numbers(values.sizes)) {
      const text = makeText(seededRandom(seed + size), size * 1000);
      const places = makeMarks(seededRandom(seed), text.slice(0, 1500), 10);
      for (const count of numbers(values.marks)) {
        const marks = makeMarks(seededRandom(seed + count), text, count);
        const here = subjects.filter((subject) => subject !== 'desk-within' || count === COUNTS.at(-1));
        cells.push(await measureCell(title(size, count), text, marks, here, places));
      }
    }
  }
  const loads = `load average ${loadBefore} before and ${currentLoad()} after`;
  const parts = new Map(
    cells.map((cell): readonly [string, string] => [
      cell.name,
      `## ${cell.name}\n\nMedians of ${rounds} rounds; ${loads}.\n\n${figuresTable(cell)}`,
    ]),
  );
  if (values.shapes) parts.set(REFUSED, `## ${REFUSED}\n\n${table(['', 'what is said'], refusedShapes())}`);
  writeResults(
    'reading',
    'Reading: texts and marks of every size',
    describeMachine(),
    [
      `Headless Chromium ${browser.version()}, no GPU, a window of 1440 × 900; the production build.`,
      `Generated English, seed ${seed}; a fifth of the marks nested or crossing. By turns, each round on a page opened anew.`,
      'Milliseconds unless said otherwise. “Painted” is the second frame after the change, so 17 to 33 ms means the next frame.',
      '“desk-within” is the desk with marks as elements of the text. Peers are scrolled once, the desk in every round.',
    ],
    mergeParts('reading', parts, [
      ...SIZES.flatMap((size) => COUNTS.map((count) => title(size, count))),
      ...shapes.map(({ name }) => name),
      REFUSED,
    ]),
  );
});
