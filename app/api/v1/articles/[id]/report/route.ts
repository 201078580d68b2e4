import { logRenderFault } from '@/lib/api/log-render-fault';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getReport } from '@/lib/contract/endpoints/report';
import { downloadResponse } from '@/lib/render/download-response';
import { limitExports } from '@/lib/api/limits';
import { makeFile } from '@/lib/render/make-files';
import { readReportInput } from '@/lib/render/read-report-input';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getReport, async ({ actor, params, query, request }) => {
    const limit = await limitExports(actor.id);
    if (!limit.ok) return limit;
    const input = await readReportInput(actor, params.id, query);
    if (!input.ok) return input;
    const file = query.format === 'html' && !query.download ? 'shown' : query.format;
    const rendered = await makeFile(input.value, file, logRenderFault, request.signal);
    // Nobody is there to read it.
    if (rendered === null) return new Response(null, { status: 499 });
    if (!rendered.ok) return rendered;
    const { title } = input.value.article;
    return downloadResponse(rendered.value, { title, format: query.format, save: query.download });
  }),
);
