/** Something with a half-open extent `[start, end)` in code points. */
export interface Interval {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** When it was made, so written that later is greater: of two of the same length the later one comes first in an answer. */
  readonly order: string;
}

/** The half-open blocks a text is cut into, ascending: its paragraphs. */
export type Blocks = readonly { readonly start: number; readonly end: number }[];

/**
 * Intervals kept per block, so that the cost of a question is the number of marks in one paragraph and the cost of a
 * change that of the paragraphs it touches.
 */
export class IntervalIndex<Kept extends Interval = Interval> {
  readonly #blocks: Blocks;
  readonly #byId = new Map<string, Kept>();
  readonly #byBlock = new Map<number, Kept[]>();

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): Kept | undefined {
    return this.#byId.get(id);
  }

  /** Adds an interval or moves it; answers the blocks it touches now or touched before. */
  set(interval: Kept): readonly number[] {
    const before = this.delete(interval.id);
    this.#byId.set(interval.id, interval);
    const now = this.blocksOf(interval);
    for (const block of now) this.#insert(block, interval);
    return before.length === 0 ? now : [...new Set([...before, ...now])];
  }

  /** Takes an interval out; answers the blocks it touched, none if it was not there. */
  delete(id: string): readonly number[] {
    const interval = this.#byId.get(id);
    if (!interval) return [];
    this.#byId.delete(id);
    const blocks = this.blocksOf(interval);
    for (const block of blocks) {
      const others = this.#byBlock.get(block)!;
      if (others.length === 1) this.#byBlock.delete(block);
      else others.splice(others.indexOf(interval), 1);
    }
    return blocks;
  }

  /** The intervals of a block by start, longer ones first, then in their order. */
  inBlock(block: number): readonly Kept[] {
    return this.#byBlock.get(block) ?? [];
  }

  /** Everything over one offset: shortest first, of equal ones the latest first. */
  at(offset: number): readonly Kept[] {
    return this.inBlock(firstEndingAfter(this.#blocks, offset))
      .filter(({ start, end }) => start <= offset && offset < end)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start) || latestFirst(a, b));
  }

  /** The blocks that share a code point with an extent, ascending. */
  blocksOf({ start, end }: { readonly start: number; readonly end: number }): readonly number[] {
    const found: number[] = [];
    for (let block = firstEndingAfter(this.#blocks, start); block < this.#blocks.length; block += 1) {
      if (this.#blocks[block]!.start >= end) break;
      found.push(block);
    }
    return found;
  }

  #insert(block: number, interval: Kept): void {
    const others = this.#byBlock.get(block);
    if (!others) {
      this.#byBlock.set(block, [interval]);
      return;
    }
    // What an article comes with comes by place.
    if (before(others.at(-1)!, interval)) {
      others.push(interval);
      return;
    }
    let low = 0;
    let high = others.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (before(others[middle]!, interval)) low = middle + 1;
      else high = middle;
    }
    others.splice(low, 0, interval);
  }
}

const latestFirst = (a: Interval, b: Interval): number =>
  a.order < b.order ? 1 : a.order > b.order ? -1 : 0;

/** The order within a block, and of any list of marks: by start, longer ones first, then as they came. */
export const before = (a: Omit<Interval, 'id'>, b: Omit<Interval, 'id'>): boolean =>
  a.start !== b.start ? a.start < b.start : a.end !== b.end ? a.end > b.end : a.order < b.order;

/** Binary search: index of the first block that ends behind an offset; the number of blocks if none does. */
function firstEndingAfter(blocks: Blocks, offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
