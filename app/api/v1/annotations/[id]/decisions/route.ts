import { methods } from '@/lib/api/methods';
import { presentMark } from '@/lib/api/present-mark';
import { route } from '@/lib/api/route';
import { decideAnnotation } from '@/lib/commands/decide-annotation';
import * as endpoints from '@/lib/contract/endpoints/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.decideAnnotation, async ({ actor, params, revision, body, context }) =>
    presentMark(await decideAnnotation(actor, params.id, revision, body, context)),
  ),
);
