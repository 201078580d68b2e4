import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getVersion } from '@/lib/contract/endpoints/articles';
import { versionFor } from '@/lib/store/articles';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getVersion, ({ actor, params }) => versionFor(actor, params.id)),
);
