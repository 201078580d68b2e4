import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { changeMe } from '@/lib/commands/change-me';
import * as me from '@/lib/contract/endpoints/me';
import { ok } from '@/lib/result';
import { presentMe } from '@/lib/store/people';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(me.getMe, ({ actor }) => Promise.resolve(ok(presentMe(actor)))),
  route(me.changeMe, ({ actor, body }) => changeMe(actor, body)),
);
