import { methods } from '@/lib/api/methods';
import { presentMark } from '@/lib/api/present-mark';
import { route } from '@/lib/api/route';
import { restoreAnnotation } from '@/lib/commands/restore-annotation';
import * as endpoints from '@/lib/contract/endpoints/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.restoreAnnotation, async ({ actor, params, revision, context }) =>
    presentMark(await restoreAnnotation(actor, params.id, revision, context)),
  ),
);
