import { expect, test } from 'vitest';
import { buildReport } from './build-report';
import { buildInput, markId, PEOPLE } from './fixtures/build-annotation';
import type { HistoryStep } from './history-facts';
import type { ReportInput, ReportOptions } from './report-input';
import { historyLines } from './wording';

const { vega, okafor, brandt } = PEOPLE;
const step = (
  mark: number,
  minute: number,
  personId: string,
  deed: HistoryStep['deed'],
  fields: string[] = [],
) => ({
  ...{ markId: markId(mark), personId, deed, fields },
  at: new Date(Date.parse('2018-09-14T09:00:00.000Z') + minute * 60_000).toISOString(),
});

/** Two repeats of one error, made at once, and a mark that the report leaves out. */
const inputWith = (options: Partial<ReportOptions>): ReportInput => ({
  ...buildInput(
    'a Soyug b Soyug c',
    [
      { quote: 'Soyug', tag: 'spelling', correction: 'Soyuz' },
      { quote: 'Soyug', nth: 2, tag: 'spelling', correction: 'Soyuz' },
      { quote: 'c', tag: 'spelling', correction: 'd', status: 'rejected' },
    ],
    { sections: ['history'], ...options },
  ),
  history: [
    step(1, 1, vega.id, 'marked'),
    step(2, 1, vega.id, 'marked'),
    step(3, 2, okafor.id, 'marked'),
    step(1, 3, okafor.id, 'changed', ['correction', 'note']),
    step(2, 4, brandt.id, 'sic'),
    step(2, 5, brandt.id, 'reopened'),
    step(1, 6, brandt.id, 'accepted'),
    step(2, 6, brandt.id, 'accepted'),
  ],
});
const told = (options: Partial<ReportOptions> = {}): string[] =>
  buildReport(inputWith(options)).rows.flatMap(({ marks }) =>
    historyLines(marks).map(({ when, who, what }) => `${when.slice(-9, -4)} ${who} ${what}`),
  );

test('tells of each row what happened to its marks, what happened to several at once once', () => {
  expect(told()).toEqual([
    '09:01 R. Vega marked it (2 times)',
    '09:03 M. Okafor changed the correction and the note',
    '09:04 L. Brandt let it stand (sic)',
    '09:05 L. Brandt reopened it',
    '09:06 L. Brandt accepted it (2 times)',
  ]);
});

test('numbers whoever shows up in it where names are hidden', () => {
  expect(told({ names: 'hidden' }).map((line) => line.slice(6, 16))).toEqual([
    'Reviewer 1',
    'Reviewer 2',
    'Editor 1 l',
    'Editor 1 r',
    'Editor 1 a',
  ]);
});

test('keeps the order of what was done to one mark within a minute', () => {
  const history = [
    step(1, 6, brandt.id, 'accepted'),
    step(1, 6.3, brandt.id, 'reopened'),
    step(1, 6.6, brandt.id, 'accepted'),
    step(2, 6.8, brandt.id, 'accepted'),
  ];
  const [row] = buildReport({ ...inputWith({}), history }).rows;
  expect(historyLines(row!.marks).map(({ what }) => what)).toEqual([
    'accepted it',
    'reopened it',
    'accepted it (2 times)',
  ]);
});

test('says of the author of a mark who decides too what the row says', () => {
  const input = inputWith({ names: 'hidden' });
  const history = [step(1, 1, vega.id, 'marked'), step(2, 2, vega.id, 'accepted')];
  const [row] = buildReport({ ...input, history }).rows;
  const [mark, other] = row!.marks;
  expect(mark.history!.map(({ by }) => by.name)).toEqual([mark.reviewer.name]);
  // The first is whoever decided on the marks themselves.
  expect(other!.history!.map(({ by }) => by.name)).toEqual(['Editor 2']);
});

test('is there when it is asked for', () => {
  const [row] = buildReport(inputWith({ sections: [] })).rows;
  expect(row!.marks.map(({ history }) => history)).toEqual([null, null]);
});
