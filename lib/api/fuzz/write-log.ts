import { db } from '@/lib/store/client';

/** Keeps a note of every row that is written in any table: triggers make it, so what is rolled back leaves none. */
export class WriteLog {
  #seen = 0;

  private constructor() {}

  /** Puts the triggers on all tables of the database in use. */
  static async open(): Promise<WriteLog> {
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
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
    for (const { name } of tables) {
      await db().$executeRawUnsafe(
        `CREATE TRIGGER watch AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION watch.take_note()`,
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
