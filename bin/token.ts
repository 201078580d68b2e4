import { parseSettings } from '@/lib/settings';
import { fail, ok } from '@/lib/result';
import { describeSystemError, type Attempt } from './attempt';
import { ensureSecret } from './launch/data-folder';
import { generateClient } from './steps/generate';
import { parseTokenOrder } from './token/parse-order';
import { reachDatabase } from './token/reach-database';

process.exit(await printToken(process.argv.slice(2)));

/** Prints a bearer token and nothing else; whatever goes wrong is said on the error channel. */
async function printToken(args: readonly string[]): Promise<number> {
  try {
    const made = await makeToken(args);
    if (made.ok) console.log(made.value);
    else console.error(made.failure);
    return made.ok ? 0 : 1;
  } catch (error) {
    const sentence = describeSystemError(error);
    if (sentence === null) throw error;
    console.error(sentence);
    return 1;
  }
}

async function makeToken(args: readonly string[]): Promise<Attempt<string>> {
  const order = parseTokenOrder(args);
  if (!order.ok) return order;
  const settings = parseSettings(process.env);
  if (!settings.ok) return fail(settings.failure.join('\n'));
  const generated = await generateClient();
  if (!generated.ok) return generated;
  const database = await reachDatabase(settings.value);
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
