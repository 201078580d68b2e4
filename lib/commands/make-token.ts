import { failure, type Outcome } from '@/lib/contract/failure';
import type { MadeToken, NewToken } from '@/lib/contract/person';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { hashSecret, newSecret } from '@/lib/store/secret';
import { presentToken, TOKENS_MAX } from '@/lib/store/tokens';
import { transaction } from '@/lib/store/transaction';
import type { WriteContext } from './write-context';

/** So that a token is recognised wherever one turns up: in a script, a log, a repository. */
const TOKEN_MARK = 'galley_';

/** How much of a token its owner is shown to tell it from others: the mark and 30 of its 256 bits. */
const PREFIX_LENGTH = TOKEN_MARK.length + 5;

/**
 * Makes a bearer token for whoever asks. Only its hash is stored, so the token stands in this one answer. A repeated operation
 * changes the secret of the token it made before, since the first answer may never have arrived.
 */
export async function makeToken(
  actor: Actor,
  { name, scope, expiresAt }: NewToken,
  { operationId, now }: WriteContext,
): Promise<Outcome<MadeToken>> {
  if (!can.changeTokens(actor)) {
    return failure('forbidden', 'A token can be made by signing in, or with a token of scope admin.');
  }
  const expires = expiresAt === null ? null : new Date(expiresAt);
  if (expires !== null && expires <= now) {
    const message = 'Must lie in the future.';
    return failure('invalid-input', `expiresAt: ${message}`, { errors: [{ field: 'expiresAt', message }] });
  }
  const id = operationId ?? newId();
  const token = TOKEN_MARK + newSecret();
  const written = { personId: actor.id, name, scope, expiresAt: expires };
  const fresh = { hash: hashSecret(token), prefix: token.slice(0, PREFIX_LENGTH), createdAt: now };
  return transaction(async (store) => {
    // The person's row is locked, so that two at once do not both take the last place.
    await store.$queryRaw`SELECT 1 FROM "person" WHERE "id" = ${actor.id}::uuid FOR UPDATE`;
    if ((await store.apiToken.findUnique({ where: { id }, select: { id: true } })) !== null) {
      const renewed = await store.apiToken.updateMany({
        where: { id, ...written, revokedAt: null, lastUsedAt: null },
        data: fresh,
      });
      if (renewed.count === 0) {
        return failure('operation-reused', 'This operation id was used for something else.');
      }
    } else {
      if ((await store.apiToken.count({ where: { personId: actor.id, revokedAt: null } })) >= TOKENS_MAX) {
        return failure('wrong-status', `You have ${TOKENS_MAX} tokens already: revoke one first.`);
      }
      await store.apiToken.create({ data: { id, ...written, ...fresh } });
    }
    const row = await store.apiToken.findUniqueOrThrow({ where: { id } });
    return ok({ ...presentToken(row), token });
  });
}
