import { createArticleText } from '@/lib/text/article-text';
import { analyse } from './analysis';
import { namePartsOf, type NamePart } from './name-parts';
import type { SuggestionContext } from './suggestion';

/** A name as the sources or the known names write it. */
export interface Authority {
  readonly part: NamePart;
  readonly known: boolean;
  readonly weight: number;
  /** How a message about it begins. */
  readonly from: string;
}

const remembered = new WeakMap<SuggestionContext, ReadonlyMap<string, Authority>>();

/** The words of names in the sources and among the known names, by form. */
export function authoritiesOf(context: SuggestionContext): ReadonlyMap<string, Authority> {
  const before = remembered.get(context);
  if (before) return before;
  const { sources, knownNames } = context;
  const found = new Map<string, Authority>();
  for (const { title, text } of sources) {
    for (const [form, part] of namePartsOf(analyse(text))) {
      if (part.opensOnly) continue;
      const weight = part.places.length + (found.get(form)?.weight ?? 0);
      found.set(form, { part, known: false, weight, from: `“${title}” has` });
    }
  }
  // Each name in a line of its own, inside a sentence, so that no capital comes from a sentence's start.
  const names = createArticleText(knownNames.map((name) => `as ${name}.`).join('\n'));
  for (const [form, part] of namePartsOf(analyse(names))) {
    found.set(form, { part, known: true, weight: 1_000, from: 'The known names have' });
  }
  remembered.set(context, found);
  return found;
}
