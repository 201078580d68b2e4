import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { Actor, ProjectActor } from './actor';

/** What of a mark the rights look at. */
export interface MarkRights {
  readonly authorId: string;
  readonly status: AnnotationStatus;
}

/** What of an actor a project's rights look at: pages ask with the role and scope they were told. */
type Member = Pick<ProjectActor, 'id' | 'role' | 'scope'>;
type Person = Pick<Actor, 'admin' | 'scope'>;

const writes = ({ scope }: Pick<Actor, 'scope'>): boolean => scope !== 'read';
const edits = (member: Member): boolean => writes(member) && member.role === 'editor';
const unrestricted = ({ scope }: Pick<Actor, 'scope'>): boolean => scope === 'admin';
const administers = ({ admin, scope }: Person): boolean => admin && scope === 'admin';
const ownOpen = (member: Member, mark: MarkRights): boolean =>
  mark.authorId === member.id && mark.status === 'open';

/**
 * Who may do what: one line a right. Every right of a member stands for the members of the project in question;
 * everybody else does not even learn that it exists. What a token may do is the smaller of its scope and this.
 */
export const can = {
  mark: writes,
  changeMark: (member: Member, mark: MarkRights): boolean =>
    edits(member) || (writes(member) && ownOpen(member, mark)),
  addEvidence: (member: Member, mark: MarkRights): boolean =>
    edits(member) || (writes(member) && mark.status === 'open'),
  removeEvidence: (member: Member, mark: MarkRights, evidence: { readonly byId: string }): boolean =>
    edits(member) ||
    (writes(member) &&
      mark.status === 'open' &&
      (mark.authorId === member.id || evidence.byId === member.id)),
  dismissSuggestions: writes,
  checkPassages: writes,
  /** Everybody's work: sources are added and taken back as evidence is. */
  changeSources: writes,
  decide: edits,
  /** Everybody reads the report; making files of it in the background is work that a token has to be allowed. */
  exportReport: writes,
  issueReport: edits,
  addArticle: edits,
  changeArticle: edits,
  changeSchema: edits,
  changeProject: edits,
  changeMembers: edits,
  /** Everything that ever happened, in one file: read with any scope, but by editors only. */
  downloadAudit: ({ role }: Member): boolean => role === 'editor',
  addProject: administers,
  listAllProjects: administers,
  changePeople: administers,
  changeMe: writes,
  /** A token that may do less than its owner makes no token that may do more, nor one that outlives it. */
  changeTokens: unrestricted,
} as const;

export type Right = keyof typeof can;
