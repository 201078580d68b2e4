import { reportJsonSchema } from '@/lib/report/report-document';

/** What the JSON of a corrections report looks like; the same for everybody until the next release. */
export const GET = (): Response => Response.json(reportJsonSchema());
