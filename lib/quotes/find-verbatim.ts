import type { Alignment } from './align-words';
import type { ComparableWord } from './comparable-words';
import type { SourceIndex } from './source-index';

/** Places at which a passage's rarest word is tried. */
const MOST_PLACES = 400;

/**
 * A passage where a source has its words in a row, or null. Of repeated words an alignment may lay the wrong ones side
 * by side; what stands there word for word needs none. O(places of its rarest word · what they have in common).
 */
export function findVerbatim(passage: readonly ComparableWord[], source: SourceIndex): Alignment | null {
  let at = 0;
  let places: readonly number[] | undefined;
  for (const [here, { key }] of passage.entries()) {
    const those = source.places.get(key);
    if (!those) return null;
    if (!places || those.length < places.length) [at, places] = [here, those];
  }
  for (const place of places?.slice(0, MOST_PLACES) ?? []) {
    const from = place - at;
    if (from < 0 || !passage.every(({ key }, here) => source.keys[from + here] === key)) continue;
    const steps = passage.map((_, here) => ({ passage: here, source: from + here }));
    return { steps, kept: steps.length, omitted: 0 };
  }
  return null;
}
