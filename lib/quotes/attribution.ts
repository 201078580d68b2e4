/** Verbs that say somebody's words. */
export const SPEECH_VERBS =
  `said|says|say|told|tells|added|adds|asked|asks|wrote|writes|replied|answered|explained|noted|insisted|argued|
warned|announced|stated|claimed|declared|recalled|remarked|concluded|admitted|denied|confirmed|tweeted|posted`.replace(
    /\s+/g,
    '',
  );

const SPEAKER = String.raw`(?:(?:he|she|they|it|I|we)|(?:(?:the|a)\s)?(?:[\p{L}\p{M}’'.-]+\s){0,4}[\p{L}\p{M}’'.-]+)`;
/** `…, she said`, `…! the mayor of Harbour added`, and with the verb before its speaker. */
const SAYS = String.raw`(?=\s(?:${SPEAKER}\s(?:has\s|had\s|have\s|also\s|later\s)?(?:${SPEECH_VERBS})\b|(?:${SPEECH_VERBS})\s))`;
const ATTRIBUTION = new RegExp(`[,!?…]${SAYS}`, 'u');
/** The same behind a single mark, which closes what a double one opened. */
const BEHIND_SINGLE = new RegExp(`[,.!?…][’']${SAYS}`, 'u');

const OPENS_SINGLE = /‘|(?<![\p{L}\p{N}.,!?…])'(?=[\p{L}\p{N}])/u;

/** A quotation that nobody closed is not looked through for ever. */
const LONGEST_LOOK = 1_000;

/** Behind the mark before "she said", where that stands in `[from, to)`; else `to`. In UTF-16 units. */
export function beforeAttribution(value: string, from: number, to: number): number {
  const found = ATTRIBUTION.exec(value.slice(from, Math.min(to, from + LONGEST_LOOK)));
  return found ? from + found.index + 1 : to;
}

/**
 * Where in `[from, to)` a single mark stands before "she said", as the wrong closing mark would; null where none does,
 * or where a single one was opened before it, which it closes.
 */
export function singleBeforeAttribution(value: string, from: number, to: number): number | null {
  const found = BEHIND_SINGLE.exec(value.slice(from, Math.min(to, from + LONGEST_LOOK)));
  if (!found || OPENS_SINGLE.test(value.slice(from, from + found.index))) return null;
  return found.index + from + 1;
}
