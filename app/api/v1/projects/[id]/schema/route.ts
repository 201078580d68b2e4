import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getSchema } from '@/lib/contract/endpoints/projects';
import { schemaOf } from '@/lib/store/tag-schemas';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getSchema, ({ actor, params }) => schemaOf(actor, params.id)),
);
