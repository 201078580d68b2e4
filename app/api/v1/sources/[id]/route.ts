import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changeSource } from '@/lib/commands/change-source';
import { removeSource } from '@/lib/commands/remove-source';
import * as endpoints from '@/lib/contract/endpoints/sources';
import { sourceFor } from '@/lib/store/sources';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.getSource, ({ actor, params }) => sourceFor(actor, params.id)),
  route(endpoints.changeSource, ({ actor, params, revision, body, context }) =>
    changeSource(actor, params.id, revision, body, context),
  ),
  route(endpoints.removeSource, ({ actor, params, revision, context }) =>
    removeSource(actor, params.id, revision, context),
  ),
);
