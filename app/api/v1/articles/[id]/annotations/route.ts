import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listAnnotations } from '@/lib/contract/endpoints/annotations';
import { annotationsOf } from '@/lib/store/annotations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listAnnotations, ({ actor, params, query }) => annotationsOf(actor, params.id, query)),
);
