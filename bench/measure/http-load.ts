import autocannon from 'autocannon';
import type { Round } from './figures';

export interface HttpLoad {
  /** The server's address; a request may name its own path. */
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Makes the next request. */
  readonly next: () => autocannon.Request;
}

/** Keeps that many connections busy for so long, each sending its next request when the last one was answered. */
export async function loadHttp({ url, connections, seconds, next }: HttpLoad): Promise<Round> {
  const latencies: number[] = [];
  let refused = 0;
  const options: autocannon.Options = {
    ...{ url, connections, duration: seconds, timeout: 30 },
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  };
  const { duration, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (fault: Error | null, result) =>
      fault ? reject(fault) : resolve(result),
    );
    running.on('response', (_client, status, _bytes, milliseconds) => {
      if (status >= 200 && status < 300) latencies.push(milliseconds);
      else refused += 1;
    });
  });
  return { seconds: duration, latencies, errors: refused + errors };
}
