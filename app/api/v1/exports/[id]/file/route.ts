import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getExportFile } from '@/lib/contract/endpoints/exports';
import { downloadResponse } from '@/lib/render/download-response';
import { exportFileFor } from '@/lib/store/exports';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getExportFile, async ({ actor, params, query: { format, download } }) => {
    const file = await exportFileFor(actor, params.id, format);
    if (!file.ok) return file;
    const { title, bytes, sha256 } = file.value;
    const response = downloadResponse(bytes, { title, format, save: download });
    response.headers.set('etag', `"${sha256}"`);
    return response;
  }),
);
