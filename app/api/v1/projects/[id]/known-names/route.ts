import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addKnownName } from '@/lib/commands/add-known-name';
import * as endpoints from '@/lib/contract/endpoints/checking';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.addKnownName, ({ actor, params, body, context }) =>
    addKnownName(actor, params.id, body.name, context),
  ),
);
