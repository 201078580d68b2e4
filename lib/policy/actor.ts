import type { MemberRole } from '@/lib/contract/project';
import type { TokenScope } from '@/lib/contract/person';

/** Whoever asks, as the session or the token says. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly admin: boolean;
  /** What the request may do at most: a session is `admin`, a token what it was made with. */
  readonly scope: TokenScope;
  /** Whether single keys do something on the desk. */
  readonly singleKeys: boolean;
}

/** The same person as a member of a project, after the store has told the role. */
export interface ProjectActor extends Actor {
  readonly projectId: string;
  readonly role: MemberRole;
}
