import { Pool } from 'pg';
import type { Round } from './figures';

export interface InsertLoad {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  /** Makes the next row's key and its JSON. */
  readonly next: () => readonly [id: string, content: string];
}

/** Keeps that many connections busy for so long, each adding a row, in a transaction of its own, when the last one is durable. */
export async function loadInserts({ databaseUrl, connections, seconds, next }: InsertLoad): Promise<Round> {
  const pool = new Pool({ connectionString: databaseUrl, max: connections, min: connections });
  await pool.query('CREATE TABLE IF NOT EXISTS bare_row (id uuid PRIMARY KEY, content jsonb NOT NULL)');
  const latencies: number[] = [];
  let errors = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  const insert = async (): Promise<void> => {
    const client = await pool.connect();
    for (let before = performance.now(); before < end;) {
      try {
        await client.query({
          name: 'bare',
          text: 'INSERT INTO bare_row VALUES ($1, $2)',
          values: [...next()],
        });
        const after = performance.now();
        latencies.push(after - before);
        before = after;
      } catch {
        errors += 1;
        before = performance.now();
      }
    }
    client.release();
  };
  await Promise.all(Array.from({ length: connections }, insert));
  const took = (performance.now() - started) / 1000;
  await pool.end();
  return { seconds: took, latencies, errors };
}
