import { newId } from '@/lib/ids';
import type { BuiltArticle } from '@/prisma/builders/article';
import type { FilledDesk } from '../desk/fill-desk';
import { nextMark } from '../desk/next-mark';
import type { BenchDesk } from '../desk/open-desk';
import { loadHttp } from '../measure/http-load';
import { loadInserts } from '../measure/insert-load';
import type { Subject } from '../measure/interleave';

/** How many write at once. */
export const CONNECTIONS = 16;

/** Making marks through the API, and beside it what the framework and the database alone would take. */
export function writeSubjects(
  { url, databaseUrl }: BenchDesk,
  { articles, token }: FilledDesk,
  bareUrl: string,
): Subject[] {
  const put =
    (server: string, folder: string, choose: () => BuiltArticle): Subject['run'] =>
    (seconds) =>
      loadHttp({
        ...{ url: server, connections: CONNECTIONS, seconds },
        next: () => ({
          method: 'PUT',
          path: `${folder}/${newId()}`,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': newId(),
          },
          body: JSON.stringify(nextMark(choose())),
        }),
      });
  let turn = 0;
  const inTurn = (): BuiltArticle => articles[(turn += 1) % articles.length]!;
  const one = (): BuiltArticle => articles[0]!;
  const annotations = '/api/v1/annotations';
  return [
    { name: `create, all ${CONNECTIONS} on one article`, run: put(url, annotations, one) },
    { name: `create, spread over ${CONNECTIONS} articles`, run: put(url, annotations, inTurn) },
    { name: 'bare route handler', run: put(bareUrl, '', one) },
    {
      name: 'bare INSERT',
      run: (seconds) =>
        loadInserts({
          ...{ databaseUrl, connections: CONNECTIONS, seconds },
          next: () => [newId(), JSON.stringify(nextMark(one()))],
        }),
    },
  ];
}

/** Opening an article that has many marks: the page, which brings them along, and the same marks from the API. */
export function readSubjects({ url }: BenchDesk, { marked, cookie }: FilledDesk): Subject[] {
  const get =
    (path: string, connections: number): Subject['run'] =>
    (seconds) =>
      loadHttp({
        ...{ url, connections, seconds },
        next: () => ({ method: 'GET', path, headers: { cookie } }),
      });
  const page = deskPath(marked);
  const marks = `/api/v1/articles/${marked.id}/annotations`;
  return [
    { name: 'desk page, 1 reader', run: get(page, 1) },
    { name: 'desk page, 4 readers at once', run: get(page, 4) },
    { name: 'its marks, 1 reader', run: get(marks, 1) },
    { name: 'its marks, 4 readers at once', run: get(marks, 4) },
  ];
}

export const deskPath = ({ id }: Pick<BuiltArticle, 'id'>): string => `/articles/${id}`;
