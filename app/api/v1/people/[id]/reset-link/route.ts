import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { linkOrigin } from '@/lib/auth/link-origin';
import { makeResetLink } from '@/lib/commands/make-reset-link';
import * as people from '@/lib/contract/endpoints/people';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(people.makeResetLink, ({ actor, params, request, context }) =>
    makeResetLink(actor, params.id, linkOrigin(request.headers), context),
  ),
);
