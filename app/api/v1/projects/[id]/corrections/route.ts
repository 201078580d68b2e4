import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { listCorrections } from '@/lib/contract/endpoints/report';
import { answerWithLog, answerWithWholeLog } from '@/lib/render/answer-with-log';
import { limitExports } from '@/lib/api/limits';
import { settings } from '@/lib/settings';
import { allCorrectionsOf, correctionsOf } from '@/lib/store/corrections-log';
import { projectFor } from '@/lib/store/projects';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(listCorrections, async ({ actor, params: { id }, query, request, context }) => {
    const project = await projectFor(actor, id);
    if (!project.ok) return project;
    // Reading the stored reports is what costs, whatever is made of them.
    const limit = await limitExports(actor.id);
    if (!limit.ok) return limit;
    const { pathname, search } = new URL(request.url);
    const url = `${settings().origin}${pathname}${search}`;
    const feed = { projectId: id, project: project.value.name, url, since: context.now.toISOString() };
    const form = { format: query.format, bom: query.bom === 'true' };
    if (query.all === 'true') {
      const all = await allCorrectionsOf(actor, id, query);
      return all.ok ? answerWithWholeLog(feed, all.value, form) : all;
    }
    const page = await correctionsOf(actor, id, query);
    return page.ok && query.format !== 'json' ? answerWithLog(feed, page.value, form) : page;
  }),
);
