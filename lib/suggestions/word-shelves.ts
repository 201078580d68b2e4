/** Words of one length, one behind the other and in order of code units. */
interface Shelf {
  readonly length: number;
  readonly words: string;
}

/** Words that wait to be put with the others of their shelf. */
const PILE = 1_024;

/** A set of many words, on shelves by first letter and length: it takes hardly more memory than their letters. */
export class WordShelves {
  readonly #shelves: ReadonlyMap<string, Shelf>;

  /** Words need not be in order, but are put on their shelves fastest when they are. */
  constructor(words: Iterable<string>) {
    const shelves = new Map<string, { readonly length: number; words: string; pile: string[] }>();
    for (const word of words) {
      const key = keyOf(word, word.length);
      let shelf = shelves.get(key);
      if (!shelf) shelves.set(key, (shelf = { length: word.length, words: '', pile: [] }));
      if (shelf.pile.push(word) < PILE) continue;
      shelf.words += shelf.pile.join('');
      shelf.pile = [];
    }
    this.#shelves = new Map(
      [...shelves].map(([key, { length, words: before, pile }]) => [
        key,
        { length, words: inOrder(before + pile.join(''), length) },
      ]),
    );
  }

  has(word: string): boolean {
    const shelf = this.#shelves.get(keyOf(word, word.length));
    if (!shelf) return false;
    let low = 0;
    let high = shelf.words.length / shelf.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compare(shelf, middle, word);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return false;
  }

  /** The words that begin as `word` does and have so many code units, in order. */
  *like(word: string, length: number): Generator<string> {
    const words = this.#shelves.get(keyOf(word, length))?.words ?? '';
    for (let at = 0; at < words.length; at += length) yield words.slice(at, at + length);
  }
}

const keyOf = (word: string, length: number): string => `${word.slice(0, 1)}${length}`;

/** Less than zero where a shelf's word comes before another of its length; without cutting it out. */
function compare({ words, length }: Shelf, at: number, word: string): number {
  const from = at * length;
  for (let unit = 0; unit < length; unit += 1) {
    const order = words.charCodeAt(from + unit) - word.charCodeAt(unit);
    if (order !== 0) return order;
  }
  return 0;
}

function inOrder(words: string, length: number): string {
  if (length === 0) return '';
  const all = Array.from({ length: words.length / length }, (_, at) =>
    words.slice(at * length, (at + 1) * length),
  );
  return all.every((word, at) => at === 0 || all[at - 1]! <= word) ? words : all.sort().join('');
}
