import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { publishReport as publish, unpublishReport as unpublish } from '@/lib/commands/publish-report';
import { publishReport, unpublishReport } from '@/lib/contract/endpoints/report';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(publishReport, ({ actor, params, context }) => publish(actor, params.id, context)),
  route(unpublishReport, ({ actor, params, context }) => unpublish(actor, params.id, context)),
);
