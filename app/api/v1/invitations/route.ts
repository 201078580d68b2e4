import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { linkOrigin } from '@/lib/auth/link-origin';
import { invitePerson } from '@/lib/commands/invite-person';
import * as people from '@/lib/contract/endpoints/people';
import { invitationsOf } from '@/lib/store/invitations';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(people.listInvitations, ({ actor, query, context }) => invitationsOf(actor, query, context.now)),
  route(people.invitePerson, ({ actor, body, request, context }) =>
    invitePerson(actor, body, linkOrigin(request.headers), context),
  ),
);
