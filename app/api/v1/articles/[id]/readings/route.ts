import { limitReadings } from '@/lib/api/limits';
import { methods } from '@/lib/api/methods';
import { route } from '@/lib/api/route';
import { admitSource } from '@/lib/commands/admit-source';
import { addReading } from '@/lib/contract/endpoints/sources';
import { failure } from '@/lib/contract/failure';
import { readFile } from '@/lib/sandbox/reading/read-file';
import { readPage } from '@/lib/sandbox/reading/read-page';
import { settings } from '@/lib/settings';

export const { GET, POST, PUT, PATCH, DELETE } = methods(
  route(addReading, async ({ actor, params, body, context, request }) => {
    const admitted = await admitSource(actor, params.id);
    if (!admitted.ok) return admitted;
    const limit = await limitReadings(actor.id);
    if (!limit.ok) return limit;
    const { file, url } = body;
    if (url !== undefined && !settings().fetchSources) {
      return failure(
        'forbidden',
        'This desk fetches no pages; whoever runs it can allow that (GALLEY_FETCH_SOURCES). Save the page and send the file.',
      );
    }
    const { signal } = request;
    const read = await (file === undefined
      ? readPage(url!, { signal, now: context.now })
      : readFile(file, signal));
    // Whoever asked has gone: the answer reaches nobody.
    return read ?? new Response(null, { status: 499 });
  }),
);
