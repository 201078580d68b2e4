import { ensureTemplate, openTestServer } from './test-database';

/** Before the first `*.db.test.ts` runs: a server and a migrated template; afterwards both are let go. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await openTestServer();
  try {
    process.env['GALLEY_TEST_SERVER'] = server.url;
    process.env['GALLEY_TEST_TEMPLATE'] = await ensureTemplate(server.url);
  } catch (error) {
    await server.release();
    throw error;
  }
  return server.release;
}
