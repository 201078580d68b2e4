import { methods } from '@/lib/api/methods';
import { presentResult } from '@/lib/api/present-mark';
import { route } from '@/lib/api/route';
import { runOperations } from '@/lib/commands/run-operations';
import * as endpoints from '@/lib/contract/endpoints/annotations';
import { ok } from '@/lib/result';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(endpoints.runOperations, async ({ actor, params, body, context }) => {
    const performed = await runOperations(actor, params.id, body.operations, { ...context, as: body.as });
    return performed.ok ? ok({ results: performed.value.map(presentResult) }) : performed;
  }),
);
