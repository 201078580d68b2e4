import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getIssuedReport } from '@/lib/contract/endpoints/report';
import { downloadResponse } from '@/lib/render/download-response';
import { reportFileFor } from '@/lib/store/reports';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getIssuedReport, async ({ actor, params, query: { format, download } }) => {
    const file = await reportFileFor(actor, params.id, format);
    if (!file.ok) return file;
    const { title, bytes, sha256 } = file.value;
    const response = downloadResponse(bytes, { title, format, save: download });
    response.headers.set('etag', `"${sha256}"`);
    return response;
  }),
);
