import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** What a table's rows come to. Two tables with the same tally have the same rows. */
export interface Tally {
  readonly rows: number;
  /** Bytes of the rows as COPY writes them. */
  readonly bytes: number;
  /** SHA-256 of these bytes, as 64 hex digits. */
  readonly sha256: string;
}

export type OnProgress = (table: string, rows: number) => void;

const LINE_FEED = 0x0a;

/** Passes the rows of a COPY on and counts them: each is a line, for a line feed within a value is written as two characters. */
export class Tallying extends Transform {
  #rows = 0;
  #bytes = 0;
  readonly #hash = createHash('sha256');

  constructor(private readonly onRows: (rows: number) => void = () => undefined) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) this.#rows += 1;
    this.onRows(this.#rows);
    done(null, chunk);
  }

  /** To be asked once, at the end. */
  result(): Tally {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

export const areEqual = (one: Tally, other: Tally): boolean =>
  one.rows === other.rows && one.bytes === other.bytes && one.sha256 === other.sha256;
