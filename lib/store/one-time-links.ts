import type { OpenLink } from '@/lib/contract/person';
import { db } from './client';
import type { LinkPurpose, Prisma } from './generated/client';
import { hashSecret } from './secret';
import type { Store } from './transaction';

export type { LinkPurpose };

const PURPOSES: Readonly<Record<LinkPurpose, OpenLink['purpose']>> = {
  set_up: 'set-up',
  invitation: 'invitation',
  password_reset: 'password-reset',
};

/** The path of the page behind each kind of link, to which its secret is added. */
const PATHS: Readonly<Record<LinkPurpose, string>> = {
  set_up: '/set-up/',
  invitation: '/join/',
  password_reset: '/reset/',
};

/** Where the holder of a link goes. */
export const linkUrl = (origin: string, purpose: LinkPurpose, secret: string): string =>
  `${origin}${PATHS[purpose]}${secret}`;

/** What makes a link count: neither used nor taken back nor too old. */
export const openAt = (now: Date) =>
  ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } }) satisfies Prisma.OneTimeLinkWhereInput;

const LINK = {
  id: true,
  purpose: true,
  email: true,
  name: true,
  admin: true,
  projectId: true,
  role: true,
  personId: true,
  expiresAt: true,
  project: { select: { name: true } },
  person: { select: { name: true, email: true } },
  madeBy: { select: { id: true, name: true, email: true, admin: true, singleKeys: true } },
} satisfies Prisma.OneTimeLinkSelect;

export type LinkRow = Prisma.OneTimeLinkGetPayload<{ select: typeof LINK }>;

/** The open link with this secret; null for every other, whatever is wrong with it. */
export const findOpenLink = (store: Store, secret: string, now: Date): Promise<LinkRow | null> =>
  store.oneTimeLink.findFirst({ where: { hash: hashSecret(secret), ...openAt(now) }, select: LINK });

/** Holds an open link until the transaction ends; false when somebody else used or took it back in the meantime. */
export async function holdOpenLink(store: Store, id: string, now: Date): Promise<boolean> {
  const rows = await store.$queryRaw<unknown[]>`
    SELECT 1 FROM "one_time_link"
     WHERE "id" = ${id}::uuid AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > ${now}
       FOR UPDATE`;
  return rows.length > 0;
}

/** What the holder of this secret is shown before they answer; null when it opens nothing any more. */
export async function openLink(secret: string, now = new Date()): Promise<OpenLink | null> {
  const row = await findOpenLink(db(), secret, now);
  return row === null ? null : presentLink(row);
}

export const presentLink = (row: LinkRow): OpenLink => ({
  purpose: PURPOSES[row.purpose],
  email: row.person?.email ?? row.email,
  name: row.person?.name ?? row.name,
  admin: row.admin || row.purpose === 'set_up',
  project: row.project === null || row.role === null ? null : { name: row.project.name, role: row.role },
  expiresAt: row.expiresAt.toISOString(),
});
