import { withClient } from '@/prisma/test-database';

/** Which Postgres it is, and whether it keeps what it has acknowledged. */
export async function describePostgres(databaseUrl: string): Promise<string> {
  const settings = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers'];
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      'SELECT name, current_setting(name) AS setting FROM unnest($1::text[]) AS name',
      [settings],
    );
    const [version, ...others] = rows;
    return `Postgres ${version?.setting} (${others.map(({ name, setting }) => `${name} ${setting}`).join(', ')})`;
  });
}
