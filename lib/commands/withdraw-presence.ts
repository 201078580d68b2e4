import { transaction } from '@/lib/store/transaction';

/** These streams have ended: whoever looked through them has left. */
export async function withdrawPresence(ids: readonly string[]): Promise<void> {
  await transaction(
    (store) => store.$executeRaw`DELETE FROM "presence" WHERE "id" = ANY (${[...ids]}::uuid[])`,
  );
}
