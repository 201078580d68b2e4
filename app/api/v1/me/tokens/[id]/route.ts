import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { revokeToken } from '@/lib/commands/revoke-token';
import * as me from '@/lib/contract/endpoints/me';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(me.revokeToken, ({ actor, params, context }) => revokeToken(actor, params.id, context)),
);
