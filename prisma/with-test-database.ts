import { afterAll, beforeAll } from 'vitest';
import { closeDatabase } from '@/lib/store/client';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Gives the tests of one file a migrated database of their own, and the settings of a server that runs on it. */
export function withTestDatabase(): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env['DATABASE_URL'] = database.url;
    process.env['GALLEY_SECRET'] = 'a secret for tests, which protects nothing at all';
  });
  afterAll(async () => {
    await closeDatabase();
    await database.drop();
  });
}
