'use client';

import { useEffect, useRef, useState } from 'react';
import { useCall } from '@/app/_ui/use-call';
import { sayBytes, toBase64 } from '@/app/_ui/file-bytes';
import { READING_FILE_MAX } from '@/lib/contract/plain/reading-limits';
import type { ReadingView } from '@/lib/contract/reading';
import { fieldMessage, sayFailure } from '@/lib/sync/api-client';
import type { TextEncoding } from '@/lib/text/decode-text';

/** A document on its way to be read, and what came of the last one. */
export interface Reading {
  /** What is being read, by name; null for nothing. */
  readonly of: string | null;
  readonly failed: string | null;
  /** A text file that is encoded otherwise than was said. */
  readonly misread: File | null;
  readonly readFile: (file: File, encoding?: TextEncoding) => Promise<void>;
  readonly readPage: (url: string) => Promise<void>;
  readonly cancel: () => void;
}

const IDLE = { of: null, failed: null, misread: null } as const;

/** Reads documents as drafts of sources of an article, one at a time: a second one calls the first one off. */
export function useReading(articleId: string, onRead: (read: ReadingView, name: string) => void): Reading {
  const { call } = useCall();
  const [state, setState] = useState<Pick<Reading, 'of' | 'failed' | 'misread'>>(IDLE);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  async function ask(name: string, body: () => Promise<object>, file: File | null): Promise<void> {
    under.current?.abort();
    const ours = new AbortController();
    under.current = ours;
    setState({ ...IDLE, of: name });
    try {
      const answer = await call<ReadingView>({
        method: 'POST',
        path: `/api/v1/articles/${articleId}/readings`,
        body: await body(),
        signal: ours.signal,
        // It may wait for its turn; and what took too long once will do so again.
        timeout: 90_000,
        repeats: 0,
      });
      if (ours.signal.aborted) return;
      if (answer.ok) {
        setState(IDLE);
        return onRead(answer.value, name);
      }
      const wrongly = fieldMessage(answer.failure, 'file.encoding') !== null;
      setState({ of: null, failed: sayFailure(answer.failure), misread: wrongly ? file : null });
    } catch (thrown) {
      if (ours.signal.aborted) return;
      if (!(thrown instanceof DOMException)) throw thrown;
      setState({ ...IDLE, failed: `“${name}” cannot be read: it has been moved or changed.` });
    }
  }

  return {
    ...state,
    readFile: async (file, encoding) => {
      if (file.size > READING_FILE_MAX) {
        const most = sayBytes(READING_FILE_MAX);
        const failed = `“${file.name}” has ${sayBytes(file.size)}; at most ${most} can be read.`;
        return setState({ ...IDLE, failed });
      }
      const body = async () => ({
        file: {
          name: file.name.slice(-255),
          base64: toBase64(new Uint8Array(await file.arrayBuffer())),
          ...(encoding === undefined ? {} : { encoding }),
        },
      });
      return ask(file.name, body, file);
    },
    readPage: (url) => ask(url, () => Promise.resolve({ url }), null),
    cancel: () => {
      under.current?.abort();
      setState(IDLE);
    },
  };
}
