import { describeApi } from '@/lib/api/openapi';

/** The same for everybody, signed in or not, until the next release. */
export const GET = (): Response => Response.json(describeApi());
