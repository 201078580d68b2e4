import { get, type ClientRequest } from 'node:http';
import { createMessageReader } from '@/lib/sync/read-messages';

export interface Watchers {
  /** Milliseconds from a commit's answer being asked for until each watcher saw it. */
  readonly latencies: readonly number[];
  /** Streams that ended or skipped a number. */
  readonly errors: () => number;
  /** Remembers when a mark was sent, by its id. */
  readonly sent: (id: string) => void;
  readonly close: () => void;
}

/** Opens that many streams on one article, and notes when each of them sees a mark. All are open when this answers. */
export async function watch(
  url: string,
  articleId: string,
  tokens: readonly string[],
  count: number,
  after: number,
): Promise<Watchers> {
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  const requests: ClientRequest[] = [];
  let errors = 0;
  let closing = false;
  const open = (token: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` };
      const request = get(`${url}/api/v1/articles/${articleId}/events?after=${after}`, {
        headers,
        agent: false,
      });
      requests.push(request);
      request.on('error', (fault) => (closing ? undefined : reject(fault)));
      request.on('response', (answer) => {
        const take = createMessageReader();
        let seen = after;
        answer.setEncoding('utf8').on('data', (piece: string) => {
          const now = performance.now();
          for (const { name, data } of take(piece)) {
            if (name === 'open') resolve();
            if (name !== 'article') continue;
            const { seq, subjectId } = JSON.parse(data) as { seq: number; subjectId: string };
            if (seq !== seen + 1) errors += 1;
            seen = seq;
            const at = sentAt.get(subjectId);
            if (at !== undefined) latencies.push(now - at);
          }
        });
        answer.on('close', () => (errors += closing ? 0 : 1));
        answer.on('error', () => undefined);
      });
    });
  await Promise.all(Array.from({ length: count }, (_, at) => open(tokens[at % tokens.length]!)));
  return {
    latencies,
    errors: () => errors,
    sent: (id) => void sentAt.set(id, performance.now()),
    close: () => {
      closing = true;
      for (const request of requests) request.destroy();
    },
  };
}
