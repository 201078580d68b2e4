import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { makeToken } from '@/lib/commands/make-token';
import * as me from '@/lib/contract/endpoints/me';
import { tokensOf } from '@/lib/store/tokens';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(me.listTokens, ({ actor }) => tokensOf(actor)),
  route(me.makeToken, ({ actor, body, context }) => makeToken(actor, body, context)),
);
