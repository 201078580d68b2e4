import { failure, type Outcome } from '@/lib/contract/failure';
import type { Me, MeChange } from '@/lib/contract/person';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { presentMe } from '@/lib/store/people';
import { transaction } from '@/lib/store/transaction';

/** Changes the name or the habits of whoever asks. */
export async function changeMe(actor: Actor, change: MeChange): Promise<Outcome<Me>> {
  if (!can.changeMe(actor)) return failure('forbidden', 'This token may only read.');
  return transaction(async (store) => {
    const { name, singleKeys } = await store.person.update({
      where: { id: actor.id },
      data: { name: change.name ?? actor.name, singleKeys: change.singleKeys ?? actor.singleKeys },
    });
    return ok(presentMe({ ...actor, name, singleKeys }));
  });
}
