import { methods } from '@/lib/api/methods';
import { presentMark } from '@/lib/api/present-mark';
import { route } from '@/lib/api/route';
import { removeEvidence } from '@/lib/commands/remove-evidence';
import * as endpoints from '@/lib/contract/endpoints/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.removeEvidence, async ({ actor, params, revision, context }) =>
    presentMark(await removeEvidence(actor, params.id, revision, params.evidenceId, context)),
  ),
);
