import { logRenderFault } from '@/lib/api/log-render-fault';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { issueReport as issue } from '@/lib/commands/issue-report';
import { mayMakeReport } from '@/lib/commands/may-make-report';
import { issueReport, listReports } from '@/lib/contract/endpoints/report';
import { limitExports } from '@/lib/api/limits';
import { prepareReport } from '@/lib/render/prepare-report';
import { reportsOf } from '@/lib/store/reports';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listReports, ({ actor, params }) => reportsOf(actor, params.id)),
  route(issueReport, async ({ actor, params, body, context }) => {
    const allowed = await mayMakeReport(actor, params.id, 'issue');
    if (!allowed.ok) return allowed;
    const limit = await limitExports(actor.id);
    if (!limit.ok) return limit;
    const prepared = await prepareReport(actor, params.id, body, context.now, { onFault: logRenderFault });
    if (!prepared.ok) return prepared;
    return issue(actor, params.id, body, prepared.value, context);
  }),
);
