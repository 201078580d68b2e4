import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { errorCode } from '../attempt';

/** Whether nobody listens there. Faults other than "taken" and "not yours" are thrown. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await tryToListen(port, host)) === 'free';
}

/** What listening on an address comes to; the listener is closed again at once. */
export function tryToListen(
  port: number,
  host: string,
): Promise<'free' | 'taken' | 'forbidden' | 'no-such-address'> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const code = errorCode(error);
      if (code === 'EADDRINUSE') resolve('taken');
      else if (code === 'EACCES') resolve('forbidden');
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        resolve('no-such-address');
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

export function findFreePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The remembered port, or a new one when it was never chosen or somebody else listens there now. */
export async function choosePort(file: string): Promise<number> {
  const remembered = existsSync(file) ? Number((await readFile(file, 'utf8')).trim()) : Number.NaN;
  if (Number.isInteger(remembered) && remembered > 0 && (await isPortFree(remembered))) return remembered;
  const port = await findFreePort();
  await writeFile(file, `${port}\n`);
  return port;
}
