import { hashPassword } from '@/lib/auth/password-hash';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { db } from '@/lib/store/client';

export interface PersonDetails {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly admin?: boolean;
  readonly deactivatedAt?: Date | null;
  readonly scope?: Actor['scope'];
  /** Without one they cannot sign in by password. */
  readonly password?: string;
}

let count = 0;

/** Somebody with an account, as whoever asks; each has a name and an address of their own unless told otherwise. */
export async function buildPerson({
  password,
  scope = 'admin',
  ...details
}: PersonDetails = {}): Promise<Actor> {
  const id = details.id ?? newId();
  count += 1;
  const account =
    password === undefined
      ? {}
      : {
          accounts: {
            create: {
              id: newId(),
              providerId: 'credential',
              accountId: id,
              password: await hashPassword(password),
            },
          },
        };
  const row = await db().person.create({
    data: {
      name: `Person ${count}`,
      email: `person-${count}-${id.slice(-6)}@desk.example`,
      ...details,
      id,
      ...account,
    },
  });
  return {
    id,
    name: row.name,
    email: row.email,
    admin: row.admin,
    singleKeys: row.singleKeys,
    scope,
  };
}
