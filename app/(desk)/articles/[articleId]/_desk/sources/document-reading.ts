import { sayBytes, toBase64 } from '@/app/_ui/file-bytes';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { READING_FILE_MAX } from '@/lib/contract/plain/reading-limits';
import type { ReadingView } from '@/lib/contract/reading';
import { callApi, fieldMessage, sayFailure } from '@/lib/sync/api-client';
import type { TextEncoding } from '@/lib/text/decode-text';
import { perArticle } from '../model/per-article';
import { createStore } from '../model/store';
import { NO_DRAFT, withReading } from './source-draft';
import { sourceDraftOf } from './source-drafts';

/** A document on its way to be read, and what came of the last one. */
export interface ReadingState {
  /** What is being read, by name; null for nothing. */
  readonly of: string | null;
  readonly failed: string | null;
  /** A text file that is encoded otherwise than was said. */
  readonly misread: File | null;
}

const IDLE: ReadingState = { of: null, failed: null, misread: null };

/**
 * Reads documents as drafts of sources of an article, one at a time: a second one calls the first one off. Goes on while
 * nobody watches, and says then in a message how it ended.
 */
export class DocumentReading {
  readonly state = createStore<ReadingState>(IDLE);
  readonly #articleId: string;
  #under: AbortController | null = null;
  #watcher: ((words: string) => void) | null = null;

  constructor(articleId: string) {
    this.#articleId = articleId;
  }

  /** For whoever shows how far it is: `say` hears what was read, and no message does. Answers the function that ends it. */
  watch(say: (words: string) => void): () => void {
    this.#watcher = say;
    return () => {
      if (this.#watcher === say) this.#watcher = null;
    };
  }

  async readFile(file: File, encoding?: TextEncoding): Promise<void> {
    if (file.size > READING_FILE_MAX) {
      const most = sayBytes(READING_FILE_MAX);
      this.cancel();
      return this.#fail(`“${file.name}” has ${sayBytes(file.size)}; at most ${most} can be read.`);
    }
    const body = async (): Promise<object> => ({
      file: {
        name: file.name.slice(-255),
        base64: toBase64(new Uint8Array(await file.arrayBuffer())),
        ...(encoding === undefined ? {} : { encoding }),
      },
    });
    return this.#ask(file.name, body, file);
  }

  readPage(url: string): Promise<void> {
    return this.#ask(url, () => Promise.resolve({ url }), null);
  }

  cancel(): void {
    this.#under?.abort();
    this.state.set(IDLE);
  }

  async #ask(name: string, body: () => Promise<object>, file: File | null): Promise<void> {
    this.#under?.abort();
    const ours = new AbortController();
    this.#under = ours;
    this.state.set({ ...IDLE, of: name });
    try {
      const answer = await callApi<ReadingView>({
        method: 'POST',
        path: `/api/v1/articles/${this.#articleId}/readings`,
        body: await body(),
        signal: ours.signal,
        // It may wait for its turn; and what took too long once will do so again.
        timeout: 90_000,
        repeats: 0,
      });
      if (ours.signal.aborted) return;
      if (answer.ok) return this.#take(answer.value, name);
      const wrongly = fieldMessage(answer.failure, 'file.encoding') !== null;
      this.#fail(sayFailure(answer.failure), wrongly ? file : null);
    } catch (thrown) {
      if (ours.signal.aborted) return;
      if (!(thrown instanceof DOMException)) throw thrown;
      this.#fail(`“${name}” cannot be read: it has been moved or changed.`);
    }
  }

  #take(read: ReadingView, name: string): void {
    const drafts = sourceDraftOf(this.#articleId);
    this.state.set(IDLE);
    drafts.set({ draft: withReading(drafts.get().draft ?? NO_DRAFT, read) });
    if (this.#watcher) this.#watcher(`Read ${name}.`);
    else notifyDone(`Read ${name}. It waits among the sources to be added.`);
  }

  #fail(failed: string, misread: File | null = null): void {
    this.state.set({ of: null, failed, misread });
    if (!this.#watcher) notifyFailure(failed);
  }
}

/** The article's own, which outlives the pane and the desk it is shown in. */
export const readingOf = perArticle((articleId) => new DocumentReading(articleId));
