import { fail, ok } from '@/lib/result';
import type { Settings } from '@/lib/settings';
import type { Attempt } from '../attempt';
import { tryToListen } from '../database/port';

/** Whether the web server will be able to listen where the settings say. */
export async function checkAddress({ host, port }: Settings): Promise<Attempt<null>> {
  switch (await tryToListen(port, host)) {
    case 'free':
      return ok(null);
    case 'taken':
      return fail(`Port ${port} on ${host} is taken by another program; stop it, or set PORT to a free one.`);
    case 'forbidden':
      return fail(`Port ${port} on ${host} may not be used by this user; set PORT to one above 1023.`);
    case 'no-such-address':
      return fail(
        `This machine has no address ${host}; set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
      );
  }
}
