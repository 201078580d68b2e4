import { z } from 'zod';
import { PASSWORD_MAX } from './plain/password-length';
import { emailAddress, givenTime, labelUpTo, pageQuery, textUpTo, timestamp, uuid } from './primitives';
import { memberRole, type MemberRole } from './project';

export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Whoever is asking. */
export const Me = z.strictObject({
  id: uuid,
  name: z.string(),
  email: z.string(),
  admin: z.boolean(),
  singleKeys: z.boolean(),
  /** What the request may do at most: a session is `admin`, a token what it was made with. */
  scope: z.enum(TOKEN_SCOPES),
});
export type Me = z.infer<typeof Me>;

export const MeChange = z
  .strictObject({ name: labelUpTo(120), singleKeys: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'Names nothing to change.' });
export type MeChange = z.infer<typeof MeChange>;

export const PersonView = z.strictObject({
  id: uuid,
  name: z.string(),
  email: z.string(),
  admin: z.boolean(),
  deactivated: z.boolean(),
  createdAt: timestamp,
  lastSeenAt: timestamp.nullable(),
  projects: z.array(z.strictObject({ id: uuid, name: z.string(), role: memberRole })),
});
export type PersonView = z.infer<typeof PersonView>;

/** `q` is found in the name or the address, whatever the case. */
export const PeopleQuery = pageQuery(100, 500).extend({ q: textUpTo(200).optional() });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const InvitationsQuery = pageQuery(100, 500);
export type InvitationsQuery = z.infer<typeof InvitationsQuery>;

/** The body of PATCH /people/{id} (admin). */
export const PersonChange = z
  .strictObject({ name: labelUpTo(120), admin: z.boolean(), deactivated: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: 'Names nothing to change.' });
export type PersonChange = z.infer<typeof PersonChange>;

/** The body of POST /invitations (admin): the answer holds the link, shown once. */
export const NewInvitation = z
  .strictObject({
    email: emailAddress,
    name: labelUpTo(120).optional(),
    admin: z.boolean().default(false),
    projectId: uuid.optional(),
    role: memberRole.optional(),
  })
  .refine((i) => (i.projectId === undefined) === (i.role === undefined), {
    path: ['role'],
    error: 'A project and a role go together.',
  });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** A link that works once, in the one answer that shows it. */
export const OneTimeLinkView = z.strictObject({ id: uuid, url: z.string(), expiresAt: timestamp });
export type OneTimeLinkView = z.infer<typeof OneTimeLinkView>;

export const InvitationView = z.strictObject({
  id: uuid,
  email: z.string(),
  name: z.string().nullable(),
  admin: z.boolean(),
  project: z.strictObject({ id: uuid, name: z.string(), role: memberRole }).nullable(),
  createdAt: timestamp,
  expiresAt: timestamp,
});
export type InvitationView = z.infer<typeof InvitationView>;

/** The body of POST /me/tokens. Without a time it counts until it is revoked. */
export const NewToken = z.strictObject({
  name: labelUpTo(80),
  scope: z.enum(TOKEN_SCOPES),
  expiresAt: givenTime.nullable().default(null),
});
export type NewToken = z.infer<typeof NewToken>;

export const TokenView = z.strictObject({
  id: uuid,
  name: z.string(),
  prefix: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  createdAt: timestamp,
  expiresAt: timestamp.nullable(),
  lastUsedAt: timestamp.nullable(),
});
export type TokenView = z.infer<typeof TokenView>;

/** The one answer that shows the token itself. */
export const MadeToken = TokenView.extend({ token: z.string() });
export type MadeToken = z.infer<typeof MadeToken>;

/** A password as it is typed; whether a new one will do is said by lib/auth, with the reason. */
const password = z.string().max(2 * PASSWORD_MAX);

/** The body of POST /api/auth/sign-in/email. */
export const SignIn = z.strictObject({ email: emailAddress, password });
export type SignIn = z.infer<typeof SignIn>;

/** The body of POST /api/auth/change-password. It ends every other session of the person. */
export const PasswordChange = z.strictObject({ currentPassword: password, newPassword: password });
export type PasswordChange = z.infer<typeof PasswordChange>;

export const DEMO_ROLES = ['reviewer', 'editor'] as const;

/** The body of POST /api/demo-sign-in. */
export const DemoSignIn = z.strictObject({ as: z.enum(DEMO_ROLES) });
export type DemoSignIn = z.infer<typeof DemoSignIn>;

/** The body of POST /api/set-up and POST /api/accept-link: what the holder of a one-time link chooses. */
export const LinkAnswer = z.strictObject({
  secret: textUpTo(200).min(20),
  /** For the first set-up only; every other link says for whom it is. */
  email: emailAddress.optional(),
  /** Where the link makes an account. */
  name: labelUpTo(120).optional(),
  password,
});
export type LinkAnswer = z.infer<typeof LinkAnswer>;

export const LINK_PURPOSES = ['set-up', 'invitation', 'password-reset'] as const;

/** What the holder of an open one-time link is shown before they answer it. */
export interface OpenLink {
  readonly purpose: (typeof LINK_PURPOSES)[number];
  /** Whom it is for; null for the first set-up. */
  readonly email: string | null;
  /** Theirs, or as the inviter wrote it. */
  readonly name: string | null;
  /** Whether they become an administrator. */
  readonly admin: boolean;
  readonly project: { readonly name: string; readonly role: MemberRole } | null;
  readonly expiresAt: string;
}
