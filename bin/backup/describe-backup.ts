import type { Backup } from './open-backup';

/** One sentence: which file, how much is in it, how the database stood and when. */
export function describeBackup({ file, header, size }: Backup): string {
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  return `${file}, ${size.toLocaleString('en')} bytes: ${rows.toLocaleString('en')} rows in ${header.tables.length} tables as of ${header.takenAt}, by Galley ${header.galley}, at migration ${header.migrations.at(-1)}.`;
}
