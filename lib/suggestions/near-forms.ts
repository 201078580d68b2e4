import { editDistance } from '@/lib/text/edit-distance';

/** Letters that have no decomposition, as those write them who have no such key. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ħ: 'h', Ħ: 'H' },
  ...{ æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ß: 'ss', ı: 'i', '’': "'", ʼ: "'" },
};

/** Letters without their diacritics, for telling "Muller" and "Müller" from two names. */
export const withoutDiacritics = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter);

const ASCII = /^\p{ASCII}*$/u;
const TRANSCRIBED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const transcribed = (word: string): string =>
  withoutDiacritics(word.normalize('NFC').replace(/[äöüåø]/gu, (letter) => TRANSCRIBED[letter]!));

/** Whether two words are one but for diacritics, also where those are written out: "Mueller" and "Müller". */
export function haveSameLetters(a: string, b: string): boolean {
  if (ASCII.test(a) && ASCII.test(b)) return a === b;
  const [x, y] = [withoutDiacritics(a), withoutDiacritics(b)];
  return x === y || transcribed(a) === y || x === transcribed(b);
}

/** Whether two words are one but for the kind of their apostrophes, or the way their letters are encoded. */
const areSame = (a: string, b: string): boolean => plainOf(a) === plainOf(b);

const plainOf = (word: string): string => word.normalize('NFC').replace(/[’ʼ]/gu, "'").toLowerCase();

const MIN_ONE_EDIT = 4;
const MIN_TWO_EDITS = 8;
const LONGEST = 32;
/** More words than this that share a beginning or an end belong to a list, and are not all compared. */
const MOST_ON_SHELF = 60;

/**
 * An index of words that finds those which could be slips of one another: equal but for diacritics, one edit apart
 * from four letters on, two from eight. Deletions of one letter find the first kind; words that share their first or
 * last three letters are compared for the second.
 */
export class NearForms {
  private readonly shelves = new Map<string, string[]>();
  private readonly plain = new Map<string, string>();

  constructor(forms: Iterable<string>) {
    for (const form of forms) {
      for (const key of keysOf(this.plainOf(form))) {
        const shelf = this.shelves.get(key);
        if (!shelf) this.shelves.set(key, [form]);
        else if (shelf.length < MOST_ON_SHELF) shelf.push(form);
      }
    }
  }

  /** The words near one, itself left out, in the order they came in. */
  near(form: string): readonly string[] {
    const seen = new Set<string>();
    const found: string[] = [];
    for (const key of keysOf(this.plainOf(form))) {
      for (const other of this.shelves.get(key) ?? []) {
        if (other === form || seen.has(other)) continue;
        seen.add(other);
        if (this.isNear(form, other)) found.push(other);
      }
    }
    return found;
  }

  private plainOf(form: string): string {
    let plain = this.plain.get(form);
    if (plain === undefined) this.plain.set(form, (plain = withoutDiacritics(form).toLowerCase()));
    return plain;
  }

  private isNear(a: string, b: string): boolean {
    if (HAS_FIGURE.test(a) || HAS_FIGURE.test(b)) return false;
    const [x, y] = [this.plainOf(a), this.plainOf(b)];
    if (x === y) return !areSame(a, b);
    const shorter = Math.min(x.length, y.length);
    if (Math.abs(x.length - y.length) > 2 || shorter < MIN_ONE_EDIT) return false;
    const distance = distanceWithin(x, y);
    return distance === 1 || (distance === 2 && shorter >= MIN_TWO_EDITS);
  }
}

const HAS_FIGURE = /\p{N}/u;

function* keysOf(plain: string): Generator<string> {
  if (plain.length > LONGEST || plain.length < 3) return;
  yield plain;
  if (plain.length < MIN_ONE_EDIT) return;
  for (let at = 0; at < plain.length; at += 1) yield plain.slice(0, at) + plain.slice(at + 1);
  if (plain.length >= MIN_TWO_EDITS - 1) {
    yield `${plain.slice(0, 3)}…`;
    yield `…${plain.slice(-3)}`;
  }
}

/** The edits between two words without what they begin and end with alike, or Infinity where much is left. */
function distanceWithin(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back += 1;
  const [x, y] = [a.slice(front, a.length - back), b.slice(front, b.length - back)];
  if (shorter < MIN_TWO_EDITS && Math.max(x.length, y.length) > 2) return Infinity;
  return editDistance(x, y);
}

/** Endings that make another word, not another spelling: the plural, the people of a place, a name's feminine. */
const ENDINGS = /^(?:s|es|n|an|ian|i|ish|ese|er|ers|ns|ans|ic|a|o|y|e|in|ina|ova|na)$/;

/** Whether one of two forms is the other with an ending: "Korea" and "Korean", "Petrov" and "Petrova". */
export function isDerived(a: string, b: string): boolean {
  const [short, long] =
    a.length < b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  if (long.startsWith(short) && ENDINGS.test(long.slice(short.length))) return true;
  // "Kovalsky" and "Kovalska", "Russia" and "Russian": the last letter gives way to an ending.
  const stem = short.slice(0, -1);
  return (
    long.startsWith(stem) &&
    /^[aeoy]$/.test(short.slice(-1)) &&
    /^(?:a|o|e|y|i|an|ian|es|ies|ish)$/.test(long.slice(stem.length))
  );
}

/** Whether two words begin alike and have the same consonants in the same order, doubled ones counted once. */
export const keepConsonants = (a: string, b: string): boolean =>
  a[0] === b[0] && consonantsOf(a) === consonantsOf(b) && !haveSameLetters(a, b);

const consonantsOf = (word: string): string =>
  withoutDiacritics(word)
    .toLowerCase()
    .replace(/[aeiouy]/g, '')
    .replace(/(.)\1+/gu, '$1');
