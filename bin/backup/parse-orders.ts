import { parseArgs } from 'node:util';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';

const BACKUP_USAGE =
  'Usage: npm run backup -- FILE [--force], or npm run backup -- FILE --check to look whether a backup is whole';
const RESTORE_USAGE = 'Usage: npm run restore -- FILE [--verify] [--replace]';

interface ParsedOrder<Flag extends string> {
  readonly file: string;
  readonly flags: Readonly<Record<Flag, boolean>>;
}

/** Where to back up to (or what to check), in the words of the command line. */
export const parseBackupOrder = (args: readonly string[]): Attempt<ParsedOrder<'force' | 'check'>> =>
  parseOrder(args, ['force', 'check'], BACKUP_USAGE);

/** What to restore, and how. */
export const parseRestoreOrder = (args: readonly string[]): Attempt<ParsedOrder<'verify' | 'replace'>> =>
  parseOrder(args, ['verify', 'replace'], RESTORE_USAGE);

function parseOrder<Flag extends string>(
  args: readonly string[],
  names: readonly Flag[],
  usage: string,
): Attempt<ParsedOrder<Flag>> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'boolean' as const }])),
    });
    const [file, ...more] = positionals;
    if (file === undefined || file === '' || more.length > 0) return fail(usage);
    const flags = Object.fromEntries(names.map((name) => [name, values[name] === true]));
    return ok({ file, flags: flags as Record<Flag, boolean> });
  } catch {
    return fail(usage);
  }
}
