import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { issueToken } from '@/lib/auth/api-tokens';
import { runOperations } from '@/lib/commands/run-operations';
import type { Endpoint } from '@/lib/contract/endpoint';
import * as checking from '@/lib/contract/endpoints/checking';
import { addReading, addSource } from '@/lib/contract/endpoints/sources';
import { newId } from '@/lib/ids';
import { buildDocx, paragraph } from '@/lib/sandbox/reading/fixtures/build-docx';
import { checker } from '@/lib/sandbox/checker';
import { closeDatabase } from '@/lib/store/client';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { wordsOf } from '@/lib/text/words';
import { buildArticle, type BuiltArticle } from '@/prisma/builders/article';
import { valueOf } from '@/prisma/builders/value-of';
import { handlerOf } from '@/prisma/route-files';
import { openDatabase } from '../desk/open-database';
import { runBench } from '../desk/undo';
import { LoopWatch, type Held } from './loop-watch';
import { longer, readCorpus } from './read-corpus';

/** What was asked for and how long the thread that serves was held by it. */
export interface Served extends Held {
  readonly what: string;
  readonly status: number;
}

const MARKS = 2_000;

/**
 * Asks the API's handlers, on a real Postgres, for all that has to do with checking, and watches the event loop of the
 * thread they run in. What whoever asks has to do beside it is in the figures too.
 */
export async function watchServer(): Promise<readonly Served[]> {
  const served: Served[] = [];
  await runBench(async (undo) => {
    const { databaseUrl } = await openDatabase(undo, 'checking');
    process.env['DATABASE_URL'] = databaseUrl;
    process.env['GALLEY_SECRET'] = randomBytes(32).toString('hex');
    undo.push(closeDatabase, () => checker().close());
    const { errors, quotes } = readCorpus();
    const text = [...errors, ...quotes].map((one) => one.text).join('\n\n');
    const source = [...errors, ...quotes]
      .flatMap(({ sources }) => sources.map((one) => one.text))
      .join('\n\n');
    const short = await buildArticle({ text: longer(text, 3_000) });
    const { project } = short;
    const long = await buildArticle({ project, text: longer(text, 270_000) });
    const longest = await buildArticle({ project, text: longer(text, 1_000_000) });
    await addMarks(long);
    const { token } = valueOf(
      await issueToken({ email: project.editor.email, scope: 'write', name: 'bench' }),
    );

    const watch = new LoopWatch();
    undo.push(() => watch.close());
    const ask = async (what: string, endpoint: Endpoint, { id }: BuiltArticle, body?: object) => {
      const handler = await handlerOf(endpoint);
      const path = `http://localhost/api/v1${endpoint.path.replace('{id}', id)}`;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const request = new Request(path, {
        method: endpoint.method,
        headers,
        body: body === undefined ? null : Buffer.from(JSON.stringify(body)),
      });
      // What was made for it is gone through once, and not while it is watched.
      await pause(100);
      watch.take();
      const answer = await handler(request, { params: Promise.resolve({ id }) });
      await answer.arrayBuffer();
      await pause(20);
      served.push({ what, status: answer.status, ...watch.take() });
    };
    const file = (name: string, bytes: Uint8Array | string) => ({
      file: { name, base64: Buffer.from(bytes).toString('base64') },
    });

    await ask('suggestions for 3 kB; the thread starts', checking.listSuggestions, short);
    served.length = 0;
    await ask('suggestions for 3 kB', checking.listSuggestions, short);
    await ask('a source of 30 kB is added', addSource, long, source30(source));
    await ask(`suggestions for 270 kB with ${MARKS} marks`, checking.listSuggestions, long);
    await ask('its quotations', checking.listQuotes, long);
    await ask('its coverage', checking.getCoverage, long);
    await ask('a passage of it is checked', checking.changeCoverage, long, {
      versionId: long.versionId,
      start: 0,
      end: 20_000,
      state: 'verified',
    });
    await ask('suggestions for 1 MB', checking.listSuggestions, longest);
    await ask('its quotations', checking.listQuotes, longest);
    await ask('its coverage', checking.getCoverage, longest);
    await ask('a source of 1.9 MB is added', addSource, longest, {
      title: 'The minutes',
      text: longer(source, 1_900_000),
    });
    await ask('a text file of 1.9 MB is read', addReading, longest, file('a.txt', longer(source, 1_900_000)));
    await ask(
      'a Word file of 1 MB is read',
      addReading,
      longest,
      file('a.docx', buildDocx(paragraph(longer(source.replaceAll(/[<>&]/g, ''), 1_000_000)))),
    );
    await ask(
      'a file of 10 MB is refused',
      addReading,
      longest,
      file('a.pdf', Buffer.alloc(10_000_000, '%PDF ')),
    );
  });
  return served;
}

const source30 = (source: string) => ({ title: 'The minutes', text: longer(source, 30_000) });

async function addMarks({ id, versionId, text, project }: BuiltArticle): Promise<void> {
  const article = createArticleText(text);
  const words = paragraphsOf(article).flatMap((paragraph) => wordsOf(article, paragraph));
  const marks = words.slice(0, MARKS).map((word) => ({
    kind: 'annotation.create' as const,
    operationId: newId(),
    id: newId(),
    annotation: {
      versionId,
      start: word.start,
      end: word.end,
      exact: sliceText(article, word),
      tag: 'fact',
      note: 'Where is this from?',
    },
  }));
  for (let at = 0; at < marks.length; at += 500) {
    const results = await runOperations(project.editor, id, marks.slice(at, at + 500), {
      operationId: null,
      now: new Date(),
    });
    for (const { result } of valueOf(results)) if (!result.ok) throw new Error(result.failure.detail);
  }
}
