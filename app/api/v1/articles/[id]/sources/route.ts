import { listed } from '@/lib/api/listed';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addSource } from '@/lib/commands/add-source';
import * as endpoints from '@/lib/contract/endpoints/sources';
import { sourcesOf } from '@/lib/store/sources';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.listSources, async ({ actor, params }) => listed(await sourcesOf(actor, params.id))),
  route(endpoints.addSource, ({ actor, params, body, context }) =>
    addSource(actor, params.id, body, context),
  ),
);
