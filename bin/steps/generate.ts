import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { inProject } from '../project';
import { runTool } from './run-tool';
import { digestSources, isStamped, stamp } from './stamp';

const STAMP = inProject('lib/store/generated/.stamp');

/** Generates the Prisma client into `lib/store/generated` when the schema changed; true when it had to. */
export async function generateClient(): Promise<Attempt<boolean>> {
  const digest = await digestSources(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  if (isStamped(STAMP, digest)) return ok(false);
  const { succeeded, said } = await runTool(inProject('node_modules/prisma/build/index.js'), ['generate'], {
    env: {
      // Prisma would download its native schema engine first. Given any existing file it does not, and never runs it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (!succeeded) return fail(`The database client could not be generated:\n${said}`);
  stamp(STAMP, digest);
  return ok(true);
}
