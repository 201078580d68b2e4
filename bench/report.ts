import { performance } from 'node:perf_hooks';
import { renderReport } from '@/lib/render/render-report';
import { buildReport } from '@/lib/report/build-report';
import { DEFAULT_OPTIONS, type ReportAnnotation, type ReportInput } from '@/lib/report/report-input';
import { REPORT_FORMAT_KEYS } from '@/lib/report/formats';
import { defaultSchema } from '@/lib/schema/default-schema';
import { codePoint } from '@/lib/text/offsets';
import { currentLoad, describeMachine } from './report/machine';
import { table, writeResults } from './report/write-results';

/** Code points of an article with so many corrections: one in 150, as 2,000 in 300 kB. */
const SPACING = 150;
const ROUNDS = 3;
const PERSON = { id: '01920000-0000-7000-8000-0000000000a1', name: 'R. Vega' };
const TIME = '2018-09-14T16:02:11.000Z';

/** An article of paragraphs in which every so often a word is wrong, and says why. */
function inputOf(count: number): ReportInput {
  const pieces: string[] = [];
  const annotations: ReportAnnotation[] = [];
  for (let at = 0; at < count; at += 1) {
    const wrong = `Soyug-${at}`;
    const start = at * SPACING;
    const rest = SPACING - wrong.length - 2;
    pieces.push(
      `${wrong} ${'the rocket stood on its pad for days and '.repeat(4).slice(0, rest)}${at % 5 === 4 ? '.\n' : '. '}`.slice(
        0,
        SPACING - 1,
      ),
      '\n',
    );
    annotations.push({
      id: `01920000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      authorId: PERSON.id,
      start: codePoint(start),
      end: codePoint(start + wrong.length),
      exact: wrong,
      tag: 'name',
      value: wrong,
      correction: `Soyuz-${at}`,
      note: 'The rocket, not the ship.',
      severity: 'major',
      state: null,
      status: 'accepted',
      relatedId: null,
      createdAt: TIME,
      origin: 'person',
      evidence: [
        {
          id: `01920000-0000-7000-9000-${String(at).padStart(12, '0')}`,
          url: `https://example.org/launch-log/${at % 50}`,
          note: null,
          excerpt: null,
          locator: null,
          relation: 'supports',
          byId: PERSON.id,
          at: TIME,
        },
      ],
      decision: {
        verdict: 'accepted',
        intoId: null,
        correction: null,
        reason: null,
        editorId: PERSON.id,
        at: TIME,
      },
    });
  }
  return {
    article: {
      id: '01920000-0000-7000-8000-0000000000c1',
      project: 'Space desk',
      title: 'A long article',
      byline: null,
      url: null,
      publishedAt: null,
      phase: 'after',
    },
    version: {
      id: '01920000-0000-7000-8000-0000000000d1',
      number: 1,
      text: pieces.join(''),
      sha256: 'a1'.repeat(32),
    },
    schema: defaultSchema,
    annotations,
    people: [PERSON],
    house: [],
    asOf: TIME,
    options: DEFAULT_OPTIONS,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const fail = (fault: unknown): never => {
  throw fault;
};

const counts = [500, 2_000, 10_000];
const loadBefore = currentLoad();
const rows: string[][] = [];
const timed = new Map<string, string[]>();
let above = 0;
for (const count of counts) {
  const input = inputOf(count);
  const built: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    buildReport(input);
    built.push(performance.now() - from);
  }
  timed.set('building the report', [...(timed.get('building the report') ?? []), median(built).toFixed(0)]);
  const report = buildReport(input);
  for (const format of REPORT_FORMAT_KEYS.filter((key) => key !== 'zip')) {
    globalThis.gc?.();
    const idle = process.memoryUsage().rss;
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now();
      const rendered = await renderReport(report, format, fail);
      took.push(performance.now() - from);
      if (!rendered.ok) throw new Error(rendered.failure.detail);
    }
    if (count === 2_000) above = Math.max(above, process.memoryUsage().rss - idle);
    timed.set(format, [...(timed.get(format) ?? []), median(took).toFixed(0)]);
    console.log(count, format, median(took).toFixed(0), 'ms');
  }
}
for (const [name, figures] of timed) rows.push([name, ...figures]);
writeResults(
  'report',
  'Making the formats of a corrections report',
  describeMachine(),
  [
    `Load of the machine before: ${loadBefore}, after: ${currentLoad()}. Medians of ${ROUNDS}, in milliseconds.`,
  ],
  [
    table(
      [
        '',
        ...counts.map(
          (count) => `${count.toLocaleString('en-US')} corrections, ${(count * SPACING) / 1_000} kB`,
        ),
      ],
      rows,
    ),
    `At 2,000 corrections the process grew by at most ${(above / 2 ** 20).toFixed(0)} MiB while one format was made (Chromium not counted).`,
  ],
);
