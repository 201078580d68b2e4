import { ok } from '@/lib/result';
import type { Outcome } from '@/lib/contract/failure';
import type { OneTimeLinkView } from '@/lib/contract/person';
import { countAdministrators, lockAdministrators } from '@/lib/store/people';
import { transaction } from '@/lib/store/transaction';
import { makeLink } from './make-link';
import type { WriteContext } from './write-context';

/** Makes the link whose holder becomes the first administrator, in place of any earlier one; null once there is one. */
export async function makeSetUpLink(
  origin: string,
  context: WriteContext,
): Promise<Outcome<OneTimeLinkView | null>> {
  return transaction(async (store) => {
    await lockAdministrators(store);
    if ((await countAdministrators(store)) > 0) return ok(null);
    return makeLink(store, { purpose: 'set_up' }, origin, context);
  });
}
