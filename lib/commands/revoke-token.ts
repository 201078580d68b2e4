import { failure, type Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { transaction } from '@/lib/store/transaction';
import type { WriteContext } from './write-context';

/** Revokes a token of whoever asks; it counts for nothing from now on. Again is the same. */
export async function revokeToken(actor: Actor, id: string, { now }: WriteContext): Promise<Outcome<null>> {
  if (!can.changeTokens(actor)) {
    return failure('forbidden', 'A token can be revoked by signing in, or with a token of scope admin.');
  }
  return transaction(async (store) => {
    const own = { id, personId: actor.id };
    if ((await store.apiToken.findFirst({ where: own, select: { id: true } })) === null) {
      return notFound('token');
    }
    await store.apiToken.updateMany({ where: { ...own, revokedAt: null }, data: { revokedAt: now } });
    return ok(null);
  });
}
