import { logRenderFault } from '@/lib/api/log-render-fault';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getReport } from '@/lib/contract/endpoints/report';
import { readReportOptions } from '@/lib/contract/report';
import { downloadResponse } from '@/lib/render/download-response';
import { limitExports } from '@/lib/api/limits';
import { makeFile } from '@/lib/render/make-files';
import { readReportFacts } from '@/lib/render/read-facts';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getReport, async ({ actor, params, query, request }) => {
    const limit = await limitExports(actor.id);
    if (!limit.ok) return limit;
    const facts = await readReportFacts(actor, params.id, query.sections);
    if (!facts.ok) return facts;
    const options = readReportOptions(query, facts.value.schema);
    if (!options.ok) return options;
    const isShown = query.format === 'html' && !query.download;
    const input = { ...facts.value, options: options.value };
    const rendered = await makeFile(input, isShown ? 'shown' : query.format, logRenderFault, request.signal);
    // Nobody is there to read it.
    if (rendered === null) return new Response(null, { status: 499 });
    if (!rendered.ok) return rendered;
    const { title } = facts.value.article;
    return downloadResponse(rendered.value, { title, format: query.format, save: query.download });
  }),
);
