import { designatorsIn, type Designator } from '../designators';
import type { Finding, Rule } from '../suggestion';

/** A designator written in two ways: the rarer one, or the one with a lopsided space. */
export const designatorVariant: Rule = {
  id: 'designator-variant',
  version: 1,
  tag: 'name-variant',
  on: true,
  *find(analysis): Generator<Finding> {
    for (const forms of designatorsIn(analysis).values()) {
      if (forms.size < 2) continue;
      const ranked = [...forms.values()].sort((a, b) => standing(b) - standing(a));
      const usual = ranked[0]![0]!.written;
      for (const { from, to, written } of ranked.slice(1).flat()) {
        yield {
          from,
          to,
          value: written,
          correction: usual,
          message: `The text also writes “${usual}”.`,
          confidence: ranked[0]!.length > 1 || standing(ranked[1]!) < 0 ? 'high' : 'medium',
        };
      }
    }
  },
};

/** How good a claim a way of writing has: how often it stands there, a lopsided space against it, a hyphen for it. */
const standing = (places: readonly Designator[]): number =>
  (places[0]!.lopsided ? -1_000 : 0) + places.length + (/[-‐‑/]/u.test(places[0]!.written) ? 0.5 : 0);
