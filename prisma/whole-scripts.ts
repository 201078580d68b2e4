import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';

/**
 * Prisma's adapter, but a script goes to Postgres in one piece. The adapter itself cuts it at every semicolon, also at
 * those inside a function's body. In one piece a script is one transaction too: a migration that fails leaves nothing.
 */
export class WholeScripts extends PrismaPg {
  constructor(private readonly pool: Pool) {
    super(pool);
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await this.pool.query(script);
    };
    return connection;
  }
}
