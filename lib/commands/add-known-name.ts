import { failure, type Outcome } from '@/lib/contract/failure';
import { KNOWN_NAMES_MAX, type ProjectView } from '@/lib/contract/project';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { changeProjectBy } from './change-project';
import { requestHash } from './request-hash';
import type { WriteContext } from './write-context';

/** Adds one name to those a project knows; one that it knows already changes nothing. */
export const addKnownName = (
  actor: Actor,
  projectId: string,
  name: string,
  context: WriteContext,
): Promise<Outcome<ProjectView>> =>
  changeProjectBy(
    actor,
    projectId,
    requestHash('known-name.add', projectId, name),
    ({ knownNames }) => {
      if (knownNames.includes(name)) return ok(null);
      if (knownNames.length >= KNOWN_NAMES_MAX) {
        const message = `A project knows at most ${KNOWN_NAMES_MAX.toLocaleString('en')} names.`;
        return failure('invalid-input', message, {
          errors: [{ field: 'name', message: 'Is one too many.' }],
        });
      }
      return ok({ knownNames: [...knownNames, name] });
    },
    context,
  );
