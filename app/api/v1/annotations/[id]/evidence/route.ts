import { methods } from '@/lib/api/methods';
import { presentMark } from '@/lib/api/present-mark';
import { route } from '@/lib/api/route';
import { addEvidence } from '@/lib/commands/add-evidence';
import * as endpoints from '@/lib/contract/endpoints/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.addEvidence, async ({ actor, params, revision, body, context }) =>
    presentMark(await addEvidence(actor, params.id, revision, body, context)),
  ),
);
