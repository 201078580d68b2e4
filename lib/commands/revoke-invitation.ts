import { failure, type Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { ONLY_ADMINISTRATORS } from '@/lib/store/people';
import { transaction } from '@/lib/store/transaction';
import type { WriteContext } from './write-context';

/** Takes an invitation back: its link opens nothing any more. Again is the same; 409 `wrong-status` once it was accepted. */
export async function revokeInvitation(
  actor: Actor,
  id: string,
  { now }: WriteContext,
): Promise<Outcome<null>> {
  if (!can.changePeople(actor)) return ONLY_ADMINISTRATORS;
  return transaction(async (store) => {
    const revoked = await store.oneTimeLink.updateMany({
      where: { id, purpose: 'invitation', usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (revoked.count > 0) return ok(null);
    const there = await store.oneTimeLink.findFirst({
      where: { id, purpose: 'invitation' },
      select: { usedAt: true },
    });
    if (there === null) return notFound('invitation');
    return there.usedAt === null
      ? ok(null)
      : failure('wrong-status', 'The invitation was accepted already: deactivate the person instead.');
  });
}
