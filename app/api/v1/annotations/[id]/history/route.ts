import { listed } from '@/lib/api/listed';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getAnnotationHistory } from '@/lib/contract/endpoints/annotations';
import { annotationHistory } from '@/lib/store/events';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getAnnotationHistory, async ({ actor, params }) => listed(await annotationHistory(actor, params.id))),
);
