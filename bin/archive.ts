import { Client } from 'pg';
import { parseSettings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import { writeLines } from './archive/archive-file';
import { readArchive } from './archive/write-archive';
import type { Attempt } from './attempt';
import { reachDatabase } from './launch/reach-database';
import { listenForStop } from './launch/stop-signal';
import { runCommand } from './run-command';

const USAGE = 'Usage: npm run archive -- PROJECT FILE, where PROJECT is the id in the address of the project';

await runCommand(() => archive(process.argv.slice(2), listenForStop()));

async function archive(args: readonly string[], signal: AbortSignal): Promise<Attempt<string>> {
  const [project = '', file, ...more] = args;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(project) || file === undefined || more.length > 0)
    return fail(USAGE);
  const settings = parseSettings(process.env);
  if (!settings.ok) return fail(settings.failure.join('\n'));
  const database = await reachDatabase(settings.value, 'migrated');
  if (!database.ok) return database;
  const client = new Client({ connectionString: database.value.url });
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM "project" WHERE "id" = $1', [project]);
    if (rowCount === 0) return fail(`There is no project ${project} on this desk.`);
    const written = await writeLines(file, readArchive(client, project.toLowerCase()), signal);
    return written.ok ? ok(`Archived: ${written.value}`) : written;
  } finally {
    await client.end();
    await database.value.leave();
  }
}
