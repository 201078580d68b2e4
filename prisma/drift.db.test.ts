import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeCatalog } from './catalog';
import { draftFullSchema } from './draft';
import { createTestDatabase, withClient, withDatabase, type TestDatabase } from './test-database';

/** Indexes Prisma has no words for, by name: partial ones, and ones on expressions. */
const ADDED_BY_HAND = /^index CREATE (UNIQUE )?INDEX \w+ ON .*( WHERE |\(\()/;

let migrated: TestDatabase;
let migratedFacts: string[];
let schemaFacts: string[];

beforeAll(async () => {
  migrated = await createTestDatabase();
  migratedFacts = await readFacts(migrated.url);
  schemaFacts = await readSchemaFacts(migrated.url);
});

afterAll(() => migrated.drop());

describe('the migrations and schema.prisma', () => {
  test('describe the same tables, columns, keys, indexes and enums', () => {
    expect(migratedFacts.filter((fact) => !ADDED_BY_HAND.test(fact))).toEqual(schemaFacts);
  });

  test('are compared fact by fact', () => {
    expect(schemaFacts.filter((fact) => fact.startsWith('column article.')).length).toBeGreaterThan(5);
    for (const kind of ['column', 'key', 'index', 'enum']) {
      expect(schemaFacts.some((fact) => fact.startsWith(`${kind} `))).toBe(true);
    }
  });

  test('would be told apart by one column', async () => {
    const other = await createTestDatabase();
    await runScript(other.url, 'ALTER TABLE article ALTER COLUMN title DROP NOT NULL');
    expect(await readFacts(other.url)).not.toEqual(migratedFacts);
    await other.drop();
  });
});

async function readSchemaFacts(serverUrl: string): Promise<string[]> {
  const name = `test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await runScript(serverUrl, `CREATE DATABASE ${name}`);
  const url = withDatabase(serverUrl, name);
  await runScript(url, await draftFullSchema(url));
  const facts = await readFacts(url);
  await runScript(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  return facts;
}

async function readFacts(url: string): Promise<string[]> {
  return withClient(url, describeCatalog);
}

async function runScript(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}
