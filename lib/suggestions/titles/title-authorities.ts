import { createArticleText } from '@/lib/text/article-text';
import { analyse } from '../analysis';
import type { SuggestionContext } from '../suggestion';
import { titledNamesIn, type TitledName } from './titled-names';

/** A title that a source or a known name gives to a person. */
export interface Authority extends TitledName {
  readonly written: string;
  readonly says: string;
}

const remembered = new WeakMap<SuggestionContext, ReadonlyMap<string, readonly Authority[]>>();

/** Who is given which titles by the sources and the known names, by person. */
export function titleAuthoritiesIn(context: SuggestionContext): ReadonlyMap<string, readonly Authority[]> {
  const before = remembered.get(context);
  if (before) return before;
  const { sources, knownNames } = context;
  const found = new Map<string, Authority[]>();
  const lines = createArticleText(knownNames.map((name) => `as ${name}.`).join('\n'));
  for (const { text, says } of [
    { text: lines, says: 'The known names have' },
    ...sources.map(({ title, text }) => ({ text, says: `“${title}” has` })),
  ]) {
    for (const title of titledNamesIn(analyse(text))) {
      const authority = { ...title, written: text.value.slice(title.from, title.to), says };
      const list = found.get(title.person);
      if (list) list.push(authority);
      else found.set(title.person, [authority]);
    }
  }
  remembered.set(context, found);
  return found;
}
