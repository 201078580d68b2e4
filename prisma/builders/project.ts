import { addMember } from '@/lib/commands/add-member';
import { addProject } from '@/lib/commands/add-project';
import type { NewProject } from '@/lib/contract/project';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { buildPerson } from './person';
import { valueOf } from './value-of';

export interface BuiltProject {
  readonly id: string;
  readonly name: string;
  readonly editor: Actor;
  readonly reviewer: Actor;
}

export interface ProjectDetails {
  readonly id?: string;
  readonly name?: string;
  readonly schema?: NewProject['schema'];
  readonly editor?: Actor;
  readonly reviewer?: Actor;
}

let count = 0;

const context = (): { operationId: null; now: Date } => ({ operationId: null, now: new Date() });

/** A project with its schema, an editor and a reviewer, who are made unless they are given. */
export async function buildProject(details: ProjectDetails = {}): Promise<BuiltProject> {
  count += 1;
  const { id = newId(), name = `Project ${count}`, schema = 'full' } = details;
  const editor = details.editor ?? (await buildPerson({ name: `Editor ${count}` }));
  const reviewer = details.reviewer ?? (await buildPerson({ name: `Reviewer ${count}` }));
  // Whoever makes projects is an administrator; which one does not matter to what is made.
  const maker: Actor = { ...editor, admin: true };
  valueOf(await addProject(maker, { id, name, schema, editorEmail: editor.email }, context()));
  valueOf(await addMember(editor, id, { email: reviewer.email, role: 'reviewer' }, context()));
  return { id, name, editor, reviewer };
}
