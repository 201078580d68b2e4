import type { ClientBase } from 'pg';

/**
 * The settings with which Postgres acknowledges what a crash may take back, as this role has them in this database: `fsync=off`,
 * `synchronous_commit=off`. None, where what is acknowledged stays.
 */
export async function findDurabilityFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `SELECT name || '=' || current_setting(name) AS fault
       FROM unnest(ARRAY['fsync', 'synchronous_commit']) AS name WHERE current_setting(name) = 'off'`,
  );
  return rows.map(({ fault }) => fault);
}

/** One sentence for whoever starts Galley. */
export const describeDurabilityFaults = (faults: readonly string[]): string =>
  `The database runs with ${faults.join(' and ')} and may lose acknowledged work in a crash: switch it on, or set GALLEY_UNSAFE_DATABASE=1 if nothing in it matters.`;
