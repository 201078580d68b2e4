import { parseSettings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import type { Attempt } from './attempt';
import { ensureSecret } from './launch/data-folder';
import { reachDatabase } from './launch/reach-database';
import { runCommand } from './run-command';
import { generateClient } from './steps/generate';
import { parseTokenOrder } from './token/parse-order';

// Prints a bearer token and nothing else.
await runCommand(() => makeToken(process.argv.slice(2)));

async function makeToken(args: readonly string[]): Promise<Attempt<string>> {
  const order = parseTokenOrder(args);
  if (!order.ok) return order;
  const settings = parseSettings(process.env);
  if (!settings.ok) return fail(settings.failure.join('\n'));
  const generated = await generateClient();
  if (!generated.ok) return generated;
  const database = await reachDatabase(settings.value, 'migrated');
  if (!database.ok) return database;
  try {
    process.env['DATABASE_URL'] = database.value.url;
    process.env['GALLEY_SECRET'] = settings.value.secret ?? (await ensureSecret(settings.value.dataFolder));
    // Not before now: the store is generated, and reads these settings.
    const { issueToken } = await import('@/lib/auth/api-tokens');
    const { closeDatabase } = await import('@/lib/store/client');
    const issued = await issueToken(order.value);
    await closeDatabase();
    return issued.ok ? ok(issued.value.token) : fail(issued.failure.detail);
  } finally {
    await database.value.leave();
  }
}
