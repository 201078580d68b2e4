import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { OperationResults } from '@/lib/contract/operation';
import { newId } from '@/lib/ids';
import type { BuiltArticle } from '@/prisma/builders/article';
import { nextMark } from '../desk/next-mark';
import { callOnce, type Sent } from './call';
import type { FaultDesk } from './fault-desk';
import type { FaultReport } from './fault-report';
import { reconcile } from './reconcile';

/** Cuts the line at the first byte of the answer: the desk has done it, and whoever asked does not know. The same is asked again. */
export async function cutAnswers(desk: FaultDesk, seed: number, rounds: number): Promise<FaultReport> {
  const articles = await desk.addArticles(1);
  const app = await desk.startApp();
  await app.waitUntilReady(120_000);
  const cutting = await serveCutting(Number(new URL(app.url).port));
  const sent = new Map<string, string>();
  const acknowledged = new Set<string>();
  const wrong: string[] = [];
  let mark: AnnotationView | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const operationId = newId();
    const what: Omit<Sent, 'token'> = askFor(round, articles[0]!, mark, operationId);
    const { token } = desk;
    const cut = await callOnce(cutting.url, { ...what, token });
    if (cut !== null) wrong.push(`The line was not cut: ${cut.status}`);
    const first = await callOnce(app.url, { ...what, token });
    const again = await callOnce(app.url, { ...what, token });
    mark = viewOf(first?.body);
    if (first === null || mark === null || JSON.stringify(first) !== JSON.stringify(again)) {
      wrong.push(`${what.method} ${what.path}: ${JSON.stringify(first)} and then ${JSON.stringify(again)}`);
      break;
    }
    sent.set(operationId, mark.id);
    acknowledged.add(operationId);
  }
  cutting.server.close();
  await app.kill();
  const reckoning = await reconcile(desk.databaseUrl, articles, { sent, acknowledged });
  return { fault: 'answer cut after the commit', seed, rounds, ...reckoning, wrong };
}

/** In turns: a new mark alone, a change, a decision on it, one more in a batch, and so on with the mark before. */
function askFor(
  round: number,
  article: BuiltArticle,
  mark: AnnotationView | null,
  operationId: string,
): Omit<Sent, 'token'> {
  const path = `/annotations/${mark?.id}`;
  const seen = { operationId, revision: mark?.revision ?? 1 };
  switch (round % 6) {
    case 1:
      return { method: 'PATCH', path, body: { note: `round ${round}` }, ...seen };
    case 2:
      return { method: 'POST', path: `${path}/evidence`, body: { note: `round ${round}` }, ...seen };
    case 3:
      return { method: 'POST', path: `${path}/decisions`, body: { verdict: 'accepted' }, ...seen };
    case 4:
      return { method: 'DELETE', path, ...seen };
    case 5: {
      const operation = {
        kind: 'annotation.create',
        operationId,
        id: newId(),
        annotation: nextMark(article),
      };
      return {
        method: 'POST',
        path: `/articles/${article.id}/operations`,
        body: { operations: [operation] },
      };
    }
    default:
      return { method: 'PUT', path: `/annotations/${newId()}`, body: nextMark(article), operationId };
  }
}

function viewOf(body: unknown): AnnotationView | null {
  const [result] = (body as Partial<OperationResults> | null)?.results ?? [];
  if (result !== undefined) return result.ok ? result.annotation : null;
  return body !== null && typeof body === 'object' && 'revision' in body ? (body as AnnotationView) : null;
}

/** Passes connections on to a port of this machine until an answer comes, which it swallows. */
async function serveCutting(port: number): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    client.pipe(upstream);
    upstream.once('data', end);
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
