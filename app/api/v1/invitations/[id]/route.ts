import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { revokeInvitation } from '@/lib/commands/revoke-invitation';
import * as people from '@/lib/contract/endpoints/people';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(people.revokeInvitation, ({ actor, params, context }) => revokeInvitation(actor, params.id, context)),
);
