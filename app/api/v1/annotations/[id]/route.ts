import { methods } from '@/lib/api/methods';
import { presentMark } from '@/lib/api/present-mark';
import { route } from '@/lib/api/route';
import { addAnnotation } from '@/lib/commands/add-annotation';
import { changeAnnotation } from '@/lib/commands/change-annotation';
import { deleteAnnotation } from '@/lib/commands/delete-annotation';
import * as endpoints from '@/lib/contract/endpoints/annotations';
import { annotationFor } from '@/lib/store/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.getAnnotation, async ({ actor, params }) =>
    presentMark(await annotationFor(actor, params.id)),
  ),
  route(endpoints.addAnnotation, async ({ actor, params, body, context }) =>
    presentMark(await addAnnotation(actor, params.id, body, context)),
  ),
  route(endpoints.changeAnnotation, async ({ actor, params, revision, body, context }) =>
    presentMark(await changeAnnotation(actor, params.id, revision, body, context)),
  ),
  route(endpoints.deleteAnnotation, async ({ actor, params, revision, context }) =>
    presentMark(await deleteAnnotation(actor, params.id, revision, context)),
  ),
);
