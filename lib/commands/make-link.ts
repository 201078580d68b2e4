import { failure, type Outcome } from '@/lib/contract/failure';
import type { OneTimeLinkView } from '@/lib/contract/person';
import { newId } from '@/lib/ids';
import { ok } from '@/lib/result';
import { linkUrl, openAt, type LinkPurpose } from '@/lib/store/one-time-links';
import { hashSecret, newSecret } from '@/lib/store/secret';
import type { Store } from '@/lib/store/transaction';
import type { WriteContext } from './write-context';

const HOUR = 3_600_000;

/** An invitation waits for somebody's mail to be read; the others open an account that exists, or the whole desk. */
const LIFETIME: Readonly<Record<LinkPurpose, number>> = {
  set_up: 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  password_reset: 24 * HOUR,
};

/** What a link is for and whom. */
export interface LinkTarget {
  readonly purpose: LinkPurpose;
  readonly email?: string;
  readonly name?: string | undefined;
  readonly admin?: boolean;
  readonly projectId?: string | undefined;
  readonly role?: 'reviewer' | 'editor' | undefined;
  readonly personId?: string;
  readonly madeById?: string;
}

/**
 * Makes a link inside a transaction; only its hash is stored, so what is returned here cannot be had again. Earlier links for the
 * same end no longer count. A repeated operation changes the secret of the link that it made before, since the first answer
 * may never have arrived: 422 `operation-reused` where that one was another's, for another end, or has been used.
 */
export async function makeLink(
  store: Store,
  target: LinkTarget,
  origin: string,
  { operationId, now }: WriteContext,
): Promise<Outcome<OneTimeLinkView>> {
  const { purpose } = target;
  const id = operationId ?? newId();
  const secret = newSecret();
  const written = {
    purpose,
    email: target.email ?? null,
    name: target.name ?? null,
    admin: target.admin ?? false,
    projectId: target.projectId ?? null,
    role: target.role ?? null,
    personId: target.personId ?? null,
    madeById: target.madeById ?? null,
  };
  const expiresAt = new Date(now.getTime() + LIFETIME[purpose]);
  const fresh = { hash: hashSecret(secret), createdAt: now, expiresAt };
  if ((await store.oneTimeLink.findUnique({ where: { id }, select: { id: true } })) === null) {
    await store.oneTimeLink.create({ data: { id, ...written, ...fresh } });
  } else {
    const renewed = await store.oneTimeLink.updateMany({
      where: { id, ...written, ...openAt(now) },
      data: fresh,
    });
    if (renewed.count === 0) {
      return failure('operation-reused', 'This operation id was used for something else.');
    }
  }
  await store.oneTimeLink.updateMany({
    where: { id: { not: id }, purpose, email: written.email, personId: written.personId, ...openAt(now) },
    data: { revokedAt: now },
  });
  return ok({ id, url: linkUrl(origin, purpose, secret), expiresAt: expiresAt.toISOString() });
}
