/** A word with the marks on it is no longer than this; beyond it, a run without spaces is no word. */
const LONGEST = 48;

/** Where the run of characters without white space that ends before `unit` starts. */
export function runStart(value: string, unit: number): number {
  let from = unit;
  while (from > 0 && unit - from < LONGEST && /\S/u.test(value.charAt(from - 1))) from -= 1;
  return from;
}

/** Where the run of characters without white space that starts at `unit` ends. */
export function runEnd(value: string, unit: number): number {
  let to = unit;
  while (to < value.length && to - unit < LONGEST && /\S/u.test(value.charAt(to))) to += 1;
  return to;
}

const ENGLISH = new Set(
  'the of and to in a is was that for on with as it at by from he she they has had were are'.split(' '),
);

/** Whether a text is in English, by its commonest words; a few words of anything may be. */
export function looksEnglish(words: readonly { readonly text: string }[]): boolean {
  const sample = words.length > 4_000 ? words.slice(0, 4_000) : words;
  const common = sample.filter(({ text }) => ENGLISH.has(text.toLowerCase())).length;
  return sample.length < 12
    ? sample.every(({ text }) => /^[\p{ASCII}’]+$/u.test(text))
    : common / sample.length > 0.12;
}
