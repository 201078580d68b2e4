import type { ExportView } from '@/lib/contract/export';
import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { exportFor } from '@/lib/store/exports';
import { transaction } from '@/lib/store/transaction';
import { forbidden } from './forbidden';

/** Calls an export of one's own off; one that has ended stays as it is. Its process finds out by itself. */
export async function cancelExport(actor: Actor, id: string): Promise<Outcome<ExportView>> {
  return transaction(async (store) => {
    const found = await exportFor(actor, id, store);
    if (!found.ok) return found;
    if (!can.exportReport(actor)) return forbidden(actor, 'call exports off');
    await store.$executeRaw`
      UPDATE "export" SET "ending" = 'cancelled', "endedAt" = now() WHERE "id" = ${id}::uuid AND "ending" IS NULL`;
    await store.exportFile.updateMany({
      where: { exportId: id, status: 'making' },
      data: { status: 'waiting' },
    });
    return exportFor(actor, id, store);
  });
}
