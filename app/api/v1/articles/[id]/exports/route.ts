import { limitExports } from '@/lib/api/limits';
import { logRenderFault } from '@/lib/api/log-render-fault';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { addExport as add } from '@/lib/commands/add-export';
import { addExport } from '@/lib/contract/endpoints/exports';
import { startExport } from '@/lib/render/exports/run-export';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(addExport, async ({ actor, params, body, context }) => {
    const limit = await limitExports(actor.id);
    if (!limit.ok) return limit;
    const added = await add(actor, params.id, body, context);
    if (added.ok) startExport(actor, added.value.id, logRenderFault);
    return added;
  }),
);
