import type { Analysis } from '../analysis';
import { titleAuthoritiesIn } from '../titles/title-authorities';
import { titledNamesIn, type TitledName } from '../titles/titled-names';
import { excludes } from '../titles/title-words';
import type { Finding, Rule } from '../suggestion';

/** One person with two titles that exclude each other: the rarer, or else the later one. */
export const titleConflict: Rule = {
  id: 'title-conflict',
  version: 2,
  tag: 'role',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const authorities = titleAuthoritiesIn(context);
    const people = new Map<string, TitledName[]>();
    for (const name of titledNamesIn(analysis)) {
      const titles = people.get(name.person);
      if (titles) titles.push(name);
      else people.set(name.person, [name]);
    }
    for (const titles of people.values()) {
      if (titles.length < 2 || titles.length > MOST || titles.some((title) => isChange(analysis, title)))
        continue;
      const often = (one: TitledName): number => titles.filter(({ key }) => key === one.key).length;
      // What a source gives them is right, and what it does not is said by the rule for sources.
      if (titles.some(({ person, of }) => authorities.get(person)?.some((other) => other.of === of)))
        continue;
      for (const title of titles) {
        const rivals = titles.filter((other) => excludes(title, other) && outranks(often, other, title));
        const usual = rivals.sort((a, b) => often(b) - often(a) || a.from - b.from)[0];
        if (!usual) continue;
        const [printed, other] = [title, usual].map(({ from, to }) => analysis.value.slice(from, to));
        yield {
          ...{ from: title.from, to: title.to, value: printed!, correction: null, alternatives: [other!] },
          message: `Elsewhere the text has “${other!}” for ${title.person}.`,
          confidence: often(usual) > 1 && often(title) === 1 ? 'high' : 'medium',
        };
      }
    }
  },
};

const MOST = 200;

const outranks = (often: (one: TitledName) => number, a: TitledName, b: TitledName): boolean =>
  often(a) === often(b) ? a.from < b.from : often(a) > often(b);

const CHANGE =
  /\b(?:became|becomes?|promot\p{L}+|appoint\p{L}+|elected|succe[es]\p{L}+|former\p{L}*|once|then|later|knighted|ennobled|sworn|now|demoted|resign\p{L}*|made (?:a|an|her|him)|since|used to|until (?:\d|last|his|her|the|this)|married|née|as (?:a|an|the)|retired|at the time|doctorate|raised to)\b/iu;

/** Whether the sentence of a title says that titles change. */
function isChange({ value, sentences }: Analysis, { from }: TitledName): boolean {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (sentences[middle]!.from <= from) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low]!;
  return CHANGE.test(value.slice(Math.max(sentence.from, from - 120), Math.min(sentence.to, from + 160)));
}
