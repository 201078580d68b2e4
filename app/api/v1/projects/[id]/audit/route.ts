import { answerWithAudit } from '@/lib/api/answer-with-audit';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getAuditLog } from '@/lib/contract/endpoints/history';
import { limitExports } from '@/lib/api/limits';
import { auditLogOf } from '@/lib/store/audit';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getAuditLog, async ({ actor, params, query }) => {
    const log = await auditLogOf(actor, params.id);
    if (!log.ok) return log;
    const limit = await limitExports(actor.id);
    return limit.ok ? answerWithAudit(log.value, query) : limit;
  }),
);
