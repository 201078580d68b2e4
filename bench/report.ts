import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { renderReport } from '@/lib/render/render-report';
import { buildReport } from '@/lib/report/build-report';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { closeDatabase } from '@/lib/store/client';
import { openDesk } from './desk/open-desk';
import { runBench } from './desk/undo';
import { keepBusy } from './report/keep-busy';
import { fillLong } from './report/fill-long';
import { longInput, SPACING } from './report/long-input';
import { currentLoad, describeMachine } from './report/machine';
import { loadSteadily } from './report/steady-load';
import { peakMemory, type Counted } from './report/tree-memory';
import { timeWork, type WorkTime } from './report/work-time';
import { table, writeResults } from './report/write-results';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
/** The longest is made once: it is there to show that cost grows with the length and no faster. */
const PLAN = values.short
  ? [{ count: 500, rounds: 1 }]
  : [
      { count: 500, rounds: 3 },
      { count: 2_000, rounds: 3 },
      { count: 10_000, rounds: 1 },
    ];
const SERVED = values.short ? 500 : 2_000;
const FORMATS = REPORT_FORMAT_KEYS.filter((key) => key !== 'zip');

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;

async function timeFormats(count: number, rounds: number): Promise<ReadonlyMap<string, WorkTime>> {
  const input = longInput(count);
  const report = buildReport(input);
  const figures = new Map<string, WorkTime>();
  const note = async (name: string, work: () => unknown): Promise<void> => {
    const took: WorkTime[] = [];
    for (let round = 0; round < rounds; round += 1) took.push(await timeWork(work));
    const figure = {
      clock: median(took.map(({ clock }) => clock)),
      processor: median(took.map(({ processor }) => processor)),
    };
    figures.set(name, figure);
    console.log(count, name, figure.clock.toFixed(0), 'ms,', figure.processor.toFixed(0), 'of processors');
  };
  await note('building the report', () => buildReport(input));
  for (const format of FORMATS) {
    await note(format, async () => {
      const rendered = await renderReport(report, format);
      if (!rendered.ok) throw new Error(rendered.failure.detail);
    });
  }
  return figures;
}

await runBench(async (undo) => {
  const loadBefore = currentLoad();
  const made: (readonly [number, ReadonlyMap<string, WorkTime>])[] = [];
  for (const { count, rounds } of PLAN) made.push([count, await timeFormats(count, rounds)]);

  const desk = await openDesk(undo);
  undo.push(closeDatabase);
  const filled = await fillLong(longInput(SERVED));
  const get = async (format: string): Promise<void> => {
    const answer = await fetch(`${desk.url}/api/v1/articles/${filled.long.id}/report?format=${format}`, {
      headers: { authorization: `Bearer ${filled.token}` },
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${format}: ${answer.status}`);
  };
  await get('csv');
  await loadSteadily(desk.url, filled, pause(5_000));
  const rest = (): Promise<void> => pause(values.short ? 5_000 : 30_000);
  const steadily = async (meanwhile: Promise<unknown>) => {
    const [load, memory] = await Promise.all([
      loadSteadily(desk.url, filled, meanwhile),
      peakMemory(meanwhile),
    ]);
    return { load, memory };
  };
  const before = await steadily(rest());
  const served = new Map<string, number>();
  const busy = await steadily(
    (async () => {
      for (const format of REPORT_FORMAT_KEYS) {
        served.set(format, (await timeWork(() => get(format))).clock);
      }
    })(),
  );
  const floor = await steadily(keepBusy(1, rest()));
  const after = await steadily(rest());

  const words = (count: number): string => count.toLocaleString('en-US');
  const ms = (figure: number | undefined): string => (figure === undefined ? '' : figure.toFixed(0));
  writeResults(
    'report',
    'Making the formats of a corrections report',
    describeMachine(),
    [
      `Load of the machine before: ${loadBefore}, after: ${currentLoad()}. Medians of 3 (of 10,000: one run).`,
    ],
    [
      '## Each format by itself, in milliseconds',
      'By the clock, and in brackets of processors, those of the browser that prints included: the clock counts what others did meanwhile.',
      table(
        ['', ...made.map(([count]) => `${words(count)} corrections, ${words((count * SPACING) / 1_000)} kB`)],
        ['building the report', ...FORMATS].map((name) => [
          name,
          ...made.map(([, figures]) => {
            const took = figures.get(name);
            return took === undefined ? '' : `${ms(took.clock)} (${ms(took.processor)})`;
          }),
        ]),
      ),
      `## From a served desk, ${words(SERVED)} corrections`,
      'Each asked for once over HTTP, one after the other, in milliseconds: reading the marks and starting a process are in it.',
      table(
        ['format', 'ms'],
        [...served].map(([format, took]) => [format, ms(took)]),
      ),
      'Meanwhile somebody makes marks on another article and reads them, 25 requests a second:',
      table(
        ['', 'requests', 'p50 ms', 'p99 ms', 'errors'],
        [
          ...(
            [
              ['nothing else going on, before', before],
              ['while all formats are made', busy],
              ['while a process that goes last computes, and nothing else', floor],
              ['nothing else going on, after', after],
            ] as const
          ).map(
            ([
              name,
              {
                load: { requests, p50, p99, errors },
              },
            ]) => [name, requests, p50.toFixed(1), p99.toFixed(1), errors],
          ),
        ],
      ),
      'Megabytes held at most meanwhile (Postgres and Chromium not counted). What processes share, the program of Node above all, is counted once and divided among them (PSS), or in brackets once for each (RSS).',
      table(
        ['', 'server', 'process that makes reports', 'both at one moment', 'more than before'],
        (
          [
            ['nothing else going on, before', before],
            ['while all formats are made', busy],
            ['nothing else going on, after', after],
          ] as const
        ).map(([name, { memory }]) => {
          const cell = (figure: (counted: Counted) => number): string =>
            `${ms(figure('Pss'))} (${ms(figure('Rss'))})`;
          return [
            name,
            cell((counted) => memory[counted].server),
            cell((counted) => memory[counted].apart),
            cell((counted) => memory[counted].both),
            cell((counted) => memory[counted].both - before.memory[counted].both),
          ];
        }),
      ),
    ],
  );
});
