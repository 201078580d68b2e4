import { parse } from 'csv-parse/sync';

/** A table of corrections as a spreadsheet reads it: one record a mark, by column heading. */
export const readCsv = (bytes: Buffer): readonly Readonly<Record<string, string>>[] =>
  parse<Readonly<Record<string, string>>>(bytes, { columns: true, bom: true });
