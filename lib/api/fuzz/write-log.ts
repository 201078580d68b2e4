import { db } from '@/lib/store/client';

/**
 * Keeps a note of every row that is written in any table: triggers make it, so what is rolled back leaves none. In
 * unlogged tables only new rows count, for there the server works on behind the answer.
 */
export class WriteLog {
  #seen = 0;

  private constructor() {}

  /** Puts the triggers on all tables of the database in use. */
  static async open(): Promise<WriteLog> {
    const tables = await db().$queryRaw<{ name: string; unlogged: boolean }[]>`
      SELECT relname AS name, relpersistence = 'u' AS unlogged FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`;
    if (tables.length === 0) throw new Error('There are no tables to watch');
    await db().$executeRaw`CREATE SCHEMA watch`;
    await db()
      .$executeRaw`CREATE TABLE watch.note (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)`;
    await db().$executeRaw`
      CREATE FUNCTION watch.take_note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO watch.note (text) VALUES (TG_OP || ' ' || TG_TABLE_NAME);
        RETURN NULL;
      END $$`;
    for (const { name, unlogged } of tables) {
      await db().$executeRawUnsafe(
        `CREATE TRIGGER watch AFTER INSERT ${unlogged ? '' : 'OR UPDATE OR DELETE'} ON "${name}" FOR EACH ROW EXECUTE FUNCTION watch.take_note()`,
      );
    }
    return new WriteLog();
  }

  /** What was written since it was asked last, such as `INSERT event`; one for each row. */
  async read(): Promise<readonly string[]> {
    const notes = await db().$queryRaw<{ id: number; text: string }[]>`
      SELECT id, text FROM watch.note WHERE id > ${this.#seen} ORDER BY id`;
    this.#seen = notes.at(-1)?.id ?? this.#seen;
    return notes.map(({ text }) => text);
  }
}
