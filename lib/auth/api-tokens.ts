import { makeToken } from '@/lib/commands/make-token';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { MadeToken, TokenScope } from '@/lib/contract/person';
import { db } from '@/lib/store/client';

export interface TokenOrder {
  readonly email: string;
  readonly scope: TokenScope;
  readonly name: string;
  /** ISO 8601; without one the token counts until it is revoked. */
  readonly expiresAt?: string | undefined;
}

/** Makes a token for whoever has the address: for the command line, where one can read the database anyway. */
export async function issueToken({ email, scope, name, expiresAt }: TokenOrder): Promise<Outcome<MadeToken>> {
  const person = await db().person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (person === null) return failure('not-found', `Nobody here has the address ${email}.`);
  if (person.deactivatedAt !== null) {
    return failure('wrong-status', `${person.name} is deactivated: reactivate them first.`);
  }
  return makeToken(
    { ...person, scope: 'admin' },
    { name, scope, expiresAt: expiresAt ?? null },
    { operationId: null, now: new Date() },
  );
}
