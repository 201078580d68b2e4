/** A mark as far as suggestions have to make way for it. */
export interface MarkedAlready {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly correction: string | null;
}

/** Marks by where they start, and how far those up to each of them reach. */
interface Reach {
  readonly starts: readonly number[];
  readonly furthest: readonly number[];
}

/** The marks over a passage, by what they say: ten thousand of them are not gone through for every suggestion. */
export class MarksByWord {
  readonly #reaches: ReadonlyMap<string, Reach>;

  constructor(marks: readonly MarkedAlready[]) {
    const shelves = new Map<string, MarkedAlready[]>();
    for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
      for (const key of [tagKey(mark.tag), correctionKey(mark.correction)]) {
        const shelf = shelves.get(key);
        if (shelf) shelf.push(mark);
        else shelves.set(key, [mark]);
      }
    }
    this.#reaches = new Map([...shelves].map(([key, shelf]) => [key, reachOf(shelf)]));
  }

  /** Whether a mark over the same words says it already: by its tag, or by what they should read. */
  say({ start, end, tag, correction }: MarkedAlready): boolean {
    return (
      this.#touch(tagKey(tag), start, end) ||
      (correction !== null && this.#touch(correctionKey(correction), start, end))
    );
  }

  #touch(key: string, start: number, end: number): boolean {
    const reach = this.#reaches.get(key);
    if (!reach) return false;
    let low = 0;
    let high = reach.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reach.starts[middle]! < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach.furthest[low - 1]! > start;
  }
}

const tagKey = (tag: string): string => `tag ${tag}`;
const correctionKey = (correction: string | null): string =>
  correction === null ? 'no correction' : `reads ${correction}`;

function reachOf(shelf: readonly MarkedAlready[]): Reach {
  let furthest = 0;
  return {
    starts: shelf.map(({ start }) => start),
    furthest: shelf.map(({ end }) => (furthest = Math.max(furthest, end))),
  };
}
