import { log } from '@/lib/api/log';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getReport } from '@/lib/contract/endpoints/report';
import { readReportOptions } from '@/lib/contract/report';
import { downloadResponse } from '@/lib/render/download-response';
import { limitExports } from '@/lib/render/limit-exports';
import { renderReport, type OnFault } from '@/lib/render/render-report';
import { buildReport } from '@/lib/report/build-report';
import { reportInputFor } from '@/lib/store/report-input';

const logFault: OnFault = (err, format) => log().error({ err, format }, 'A format of a report failed');

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getReport, async ({ actor, params, query }) => {
    const facts = await reportInputFor(actor, params.id);
    if (!facts.ok) return facts;
    const options = readReportOptions(query, facts.value.schema);
    if (!options.ok) return options;
    const limit = await limitExports(actor.id);
    if (!limit.ok) return limit;
    const report = buildReport({ ...facts.value, options: options.value });
    const rendered = await renderReport(report, query.format, logFault);
    if (!rendered.ok) return rendered;
    const { title } = facts.value.article;
    return downloadResponse(rendered.value, { title, format: query.format, save: query.download });
  }),
);
