import { stringify } from 'csv-stringify/sync';
import type { AuditLine } from '@/lib/contract/history';

const cells: readonly (readonly [heading: string, cell: (line: AuditLine) => string])[] = [
  ['Number', ({ seq }) => String(seq)],
  ['At', ({ at }) => at],
  ['What', ({ kind }) => kind],
  ['Person', ({ actor }) => actor.name],
  ['Person id', ({ actor }) => actor.id],
  ['Article', ({ articleTitle }) => articleTitle ?? ''],
  ['Article id', ({ articleId }) => articleId ?? ''],
  ['Subject id', ({ subjectId }) => subjectId],
  ['Operation id', ({ operationId }) => operationId],
  ['Before', ({ before }) => asJson(before)],
  ['After', ({ after }) => asJson(after)],
];

const asJson = (view: unknown): string => (view === null ? '' : JSON.stringify(view));

/** JSON Lines: one object a line, UTF-8, LF. The fields stand in one order always. */
export const writeJsonLines = (lines: readonly AuditLine[]): string =>
  lines.map((line) => `${JSON.stringify(inOrder(line))}\n`).join('');

const inOrder = ({
  seq,
  at,
  kind,
  articleId,
  articleTitle,
  subjectId,
  actor,
  operationId,
  before,
  after,
}: AuditLine) => ({
  ...{ seq, at, kind, articleId, articleTitle, subjectId, actor, operationId, before, after },
});

/** The line of headings that a spreadsheet begins with. */
export const writeCsvHead = (bom: boolean): string =>
  stringify([cells.map(([heading]) => heading)], { record_delimiter: 'windows', bom });

/** RFC 4180 in UTF-8. A cell that a spreadsheet would run as a formula starts with an apostrophe. */
export const writeCsvRows = (lines: readonly AuditLine[]): string =>
  stringify(
    lines.map((line) => cells.map(([, cell]) => cell(line))),
    { record_delimiter: 'windows', escape_formulas: true },
  );
