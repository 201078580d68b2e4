import { limitReadings } from '@/lib/api/limits';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { admitSource } from '@/lib/commands/admit-source';
import { addReading } from '@/lib/contract/endpoints/sources';
import { readFile } from '@/lib/sandbox/reading/read-file';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(addReading, async ({ actor, params, body, request }) => {
    const admitted = await admitSource(actor, params.id);
    if (!admitted.ok) return admitted;
    const limit = await limitReadings(actor.id);
    if (!limit.ok) return limit;
    const read = await readFile(body.file, request.signal);
    // Whoever asked has gone: the answer reaches nobody.
    return read ?? new Response(null, { status: 499 });
  }),
);
