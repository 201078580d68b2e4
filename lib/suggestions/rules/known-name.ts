import { createArticleText } from '@/lib/text/article-text';
import { analyse } from '../analysis';
import { isDerived, NearForms, withoutDiacritics } from '../near-forms';
import { haveOthers, namePartsOf, shareNeighbour, withPart, type NamePart } from '../name-parts';
import type { Confidence, Finding, Rule, SuggestionContext } from '../suggestion';

/** A name that is nearly, but not quite, one of the sources' or of those the project knows. */
export const knownName: Rule = {
  id: 'known-name',
  version: 1,
  tag: 'name',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const authorities = authoritiesOf(context);
    if (authorities.size === 0) return;
    const index = new NearForms(authorities.keys());
    for (const part of namePartsOf(analysis).values()) {
      if (authorities.has(part.form)) continue;
      const better = index
        .near(part.form)
        .map((form) => ({ form, authority: authorities.get(form)! }))
        .map((found) => ({ ...found, confidence: confidenceOf(part, found.authority, context) }))
        .filter(({ confidence }) => confidence !== null)
        .sort((a, b) => b.authority.weight - a.authority.weight);
      const best = better[0];
      if (!best) continue;
      for (const place of part.places) {
        yield {
          from: place.word.from,
          to: place.word.from + place.whole.length,
          value: place.whole,
          correction: withPart(place, part.form, best.form),
          alternatives: better.slice(1).map(({ form }) => withPart(place, part.form, form)),
          message: `${best.authority.from} “${best.form}”.`,
          confidence: best.confidence!,
        };
      }
    }
  },
};

interface Authority {
  readonly part: NamePart;
  readonly known: boolean;
  readonly weight: number;
  /** How a message about it begins. */
  readonly from: string;
}

function authoritiesOf({ sources, knownNames }: SuggestionContext): ReadonlyMap<string, Authority> {
  const found = new Map<string, Authority>();
  for (const { title, text } of sources) {
    for (const [form, part] of namePartsOf(analyse(text))) {
      const weight = part.places.length + (found.get(form)?.weight ?? 0);
      found.set(form, { part, known: false, weight, from: `“${title}” has` });
    }
  }
  // Each name in a line of its own, inside a sentence, so that no capital comes from a sentence's start.
  const names = createArticleText(knownNames.map((name) => `as ${name}.`).join('\n'));
  for (const [form, part] of namePartsOf(analyse(names))) {
    found.set(form, { part, known: true, weight: 1_000, from: 'The known names have' });
  }
  return found;
}

function confidenceOf(
  part: NamePart,
  { part: other, known }: Authority,
  context: SuggestionContext,
): Confidence | null {
  const together = shareNeighbour(part, other);
  if (!together && (isDerived(part.form, other.form) || haveOthers(part, other))) return null;
  if (withoutDiacritics(part.form) === withoutDiacritics(other.form)) return 'high';
  const listed = context.wordLists.some((list) => list.has(part.form));
  if (together) return listed ? 'medium' : 'high';
  if (listed || part.form[0] !== other.form[0]) return null;
  if (Math.min(part.form.length, other.form.length) < 5) return 'low';
  return known ? 'high' : 'medium';
}
