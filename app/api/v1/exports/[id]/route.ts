import { logRenderFault } from '@/lib/api/log-render-fault';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { cancelExport as cancel } from '@/lib/commands/cancel-export';
import { cancelExport, getExport } from '@/lib/contract/endpoints/exports';
import { resumeExport, stopExport } from '@/lib/render/exports/run-export';
import { exportFor } from '@/lib/store/exports';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getExport, async ({ actor, params }) => {
    const found = await exportFor(actor, params.id);
    if (found.ok) await resumeExport(actor, params.id, logRenderFault);
    return found;
  }),
  route(cancelExport, async ({ actor, params }) => {
    const cancelled = await cancel(actor, params.id);
    if (cancelled.ok) stopExport(params.id);
    return cancelled;
  }),
);
