import { oneWrite } from '@/lib/store/transaction';

/** Deletes the exports whose time is over, whoever asked for them, with the files that were made. */
export async function throwAwayExports(): Promise<void> {
  await oneWrite((store) => store.$executeRaw`DELETE FROM "export" WHERE "expiresAt" < now()`);
}
