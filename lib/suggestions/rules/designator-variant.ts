import { designatorsIn, type Designator } from '../designators';
import type { Finding, Rule, SuggestionContext } from '../suggestion';

/** A designator written in two ways: the rarer one, or the one with a lopsided space. */
export const designatorVariant: Rule = {
  id: 'designator-variant',
  version: 2,
  tag: 'name-variant',
  on: true,
  *find(analysis, context): Generator<Finding> {
    for (const forms of designatorsIn(analysis).values()) {
      if (forms.size < 2) continue;
      const ranked = [...forms.values()].sort(
        (a, b) => standing(b, context) - standing(a, context) || a[0]!.from - b[0]!.from,
      );
      const usual = ranked[0]![0]!.written;
      for (const { from, to, written } of ranked.slice(1).flat()) {
        yield {
          from,
          to,
          value: written,
          correction: usual,
          message: `The text also writes “${usual}”.`,
          confidence: ranked[0]!.length > 1 || standing(ranked[1]!, context) < 0 ? 'high' : 'medium',
        };
      }
    }
  },
};

/** How good a claim a way of writing has: how often it stands there, a lopsided space against it, a hyphen for it. */
function standing(places: readonly Designator[], { sources, wordLists }: SuggestionContext): number {
  const { lopsided, written, series } = places[0]!;
  const sourced = sources.some(({ text }) => text.value.includes(written));
  // "Class 179" needs no hyphen: a word is no letters of a type.
  const word = series.replace(/[-‐‑/]$/u, '');
  const hyphen =
    /[-‐‑/]/u.test(written) &&
    !(/^\p{Lu}\p{Ll}{2,}$/u.test(word) && wordLists.some((list) => list.has(word.toLowerCase())));
  return (lopsided ? -1_000 : 0) + (sourced ? 100 : 0) + places.length + (hyphen ? 0.5 : 0);
}
