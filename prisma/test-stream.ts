import type { EventView } from '@/lib/contract/event';
import { createMessageReader, type StreamMessage } from '@/lib/sync/read-messages';

/** An event stream as a test reads it: message by message, each waited for. */
export class TestStream {
  readonly status: number;
  readonly headers: Headers;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #take = createMessageReader();
  readonly #decoder = new TextDecoder();
  readonly #waiting: StreamMessage[] = [];

  constructor(response: Response) {
    this.status = response.status;
    this.headers = response.headers;
    if (response.body === null) throw new Error('This is no stream.');
    this.#reader = response.body.getReader();
  }

  /** The next message; null when the stream has ended. */
  async next(): Promise<StreamMessage | null> {
    while (this.#waiting.length === 0) {
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#waiting.push(...this.#take(this.#decoder.decode(value, { stream: true })));
    }
    return this.#waiting.shift() ?? null;
  }

  /** The data of the next message of this name; others are passed over. Throws when the stream ends before it. */
  async nextOf<T>(name: string): Promise<T> {
    for (let message = await this.next(); message !== null; message = await this.next()) {
      if (message.name === name) return JSON.parse(message.data) as T;
    }
    throw new Error(`The stream has ended without another “${name}”.`);
  }

  /** The numbers of the next so many events. */
  async numbers(count: number, name = 'article'): Promise<number[]> {
    const numbers: number[] = [];
    while (numbers.length < count) numbers.push((await this.nextOf<EventView>(name)).seq);
    return numbers;
  }

  /** Reads on to the end; the reason that was given, or null. */
  async reasonOfEnd(): Promise<string | null> {
    let reason: string | null = null;
    for (let message = await this.next(); message !== null; message = await this.next()) {
      if (message.name === 'end') ({ reason } = JSON.parse(message.data) as { reason: string });
    }
    return reason;
  }

  /** As a browser that closes its window. */
  close(): Promise<void> {
    return this.#reader.cancel();
  }
}
