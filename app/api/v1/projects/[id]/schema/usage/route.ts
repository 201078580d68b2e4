import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { getTagUsage } from '@/lib/contract/endpoints/projects';
import { tagUsage } from '@/lib/store/tag-schemas';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(getTagUsage, ({ actor, params }) => tagUsage(actor, params.id)),
);
