import { listed } from '@/lib/api/listed';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addMember } from '@/lib/commands/add-member';
import * as endpoints from '@/lib/contract/endpoints/projects';
import { membersOf } from '@/lib/store/members';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.listMembers, async ({ actor, params }) => listed(await membersOf(actor, params.id))),
  route(endpoints.addMember, ({ actor, params, body, context }) =>
    addMember(actor, params.id, body, context),
  ),
);
