import { stringify } from 'csv-stringify/sync';
import type { LoggedCorrection } from './logged-correction';

const COLUMNS: readonly (readonly [heading: string, cell: (entry: LoggedCorrection) => string | number])[] = [
  ['Issued at', ({ report }) => report.issuedAt],
  ['Article', ({ article }) => article.title],
  ['Byline', ({ article }) => article.byline ?? ''],
  ['Address', ({ article }) => article.url ?? ''],
  ['Report', ({ report }) => report.number],
  ['No.', ({ number }) => number],
  ['Paragraph', ({ paragraph }) => paragraph ?? ''],
  ['Tag', ({ tag }) => tag.label],
  ['Value', ({ value }) => value ?? ''],
  ['Severity', ({ severity }) => severity],
  ['As printed', ({ asPrinted }) => asPrinted],
  ['Change', ({ shouldRead }) => (shouldRead === null ? '' : shouldRead === '' ? 'delete' : 'replace')],
  ['Should read', ({ shouldRead }) => shouldRead ?? ''],
  ['Notice', ({ notice }) => notice ?? ''],
  ['Author', ({ author }) => author.name],
  ['Mark', ({ id }) => id],
];

/** The line of headings that the spreadsheet begins with. */
export const renderLogCsvHead = (bom: boolean): string =>
  stringify([COLUMNS.map(([heading]) => heading)], { record_delimiter: 'windows', bom });

/** Entries of the log as lines of a spreadsheet, as `renderCsv` writes them: RFC 4180, formulas defused with an apostrophe. */
export const renderLogCsvRows = (entries: readonly LoggedCorrection[]): string =>
  stringify(
    entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry))),
    { record_delimiter: 'windows', escape_formulas: true },
  );
