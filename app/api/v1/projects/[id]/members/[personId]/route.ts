import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changeMember } from '@/lib/commands/change-member';
import { removeMember } from '@/lib/commands/remove-member';
import * as endpoints from '@/lib/contract/endpoints/projects';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.changeMember, ({ actor, params, body, context }) =>
    changeMember(actor, params.id, params.personId, body, context),
  ),
  route(endpoints.removeMember, ({ actor, params, context }) =>
    removeMember(actor, params.id, params.personId, context),
  ),
);
