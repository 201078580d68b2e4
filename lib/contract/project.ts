import { z } from 'zod';
import { changeOf } from './change-of';
import { HouseStyleChange, RuleSwitches } from './checking';
import { NoticeTemplateBody, refuseDoubles } from './notice-template';
import { emailAddress, labelUpTo, textUpTo, timestamp, uuid } from './primitives';

export const MEMBER_ROLES = ['reviewer', 'editor'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
export const memberRole = z.enum(MEMBER_ROLES);

/** The body of POST /projects: its maker becomes no member by that; the first editor is named. */
export const NewProject = z.strictObject({
  id: uuid.optional(),
  name: labelUpTo(120),
  schema: z.enum(['full', 'short']).default('full'),
  /** The first editor's address; the maker where it is left out. */
  editorEmail: emailAddress.optional(),
});
export type NewProject = z.infer<typeof NewProject>;

export const KNOWN_NAMES_MAX = 5_000;

export const ProjectChange = changeOf(
  z.strictObject({
    name: labelUpTo(120),
    guidelines: textUpTo(20_000),
    knownNames: z.array(labelUpTo(200)).max(KNOWN_NAMES_MAX),
    noticeTemplates: z.array(NoticeTemplateBody).max(200).superRefine(refuseDoubles),
    houseStyle: HouseStyleChange,
    ruleSwitches: RuleSwitches,
  }),
);
export type ProjectChange = z.infer<typeof ProjectChange>;

export const ProjectView = z.strictObject({
  id: uuid,
  name: z.string(),
  guidelines: z.string(),
  knownNames: z.array(z.string()),
  noticeTemplates: z.array(NoticeTemplateBody),
  houseStyle: HouseStyleChange,
  ruleSwitches: RuleSwitches,
  /** The role of whoever asks. */
  role: memberRole,
  members: z.int(),
  articles: z.int(),
  /** Open marks over all current articles. */
  open: z.int(),
  updatedAt: timestamp,
  /** The number of the newest project-wide event. */
  lastSeq: z.int(),
});
export type ProjectView = z.infer<typeof ProjectView>;

/** A project as an administrator who is no member may know of it. */
export const ProjectListing = z.strictObject({
  id: uuid,
  name: z.string(),
  members: z.int(),
  createdAt: timestamp,
});
export type ProjectListing = z.infer<typeof ProjectListing>;

export const MemberView = z.strictObject({
  personId: uuid,
  name: z.string(),
  email: z.string(),
  role: memberRole,
  deactivated: z.boolean(),
  since: timestamp,
});
export type MemberView = z.infer<typeof MemberView>;

/** The body of POST /projects/{id}/members: somebody who already has an account. */
export const NewMember = z.strictObject({ email: emailAddress, role: memberRole });
export type NewMember = z.infer<typeof NewMember>;

export const MemberChange = z.strictObject({ role: memberRole });
export type MemberChange = z.infer<typeof MemberChange>;
