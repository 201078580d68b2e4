import type { Analysis } from '../analysis';
import { looksEnglish } from '../nearby';
import { conflictingFacts } from '../figures/conflicting-facts';
import { quantitiesIn, type Quantity } from '../figures/quantities';
import { swappedInText } from '../figures/swapped-designators';
import type { Finding, Rule } from '../suggestion';

/** Two numbers in two sentences about the same: which of them is right only a person can tell. */
export const numberConflict: Rule = {
  id: 'number-conflict',
  version: 4,
  tag: 'conflict',
  on: true,
  *find(analysis): Generator<Finding> {
    if (!looksEnglish(analysis.words)) return;
    const found = [
      ...conflictingFacts(analysis, ({ isDate, kind }) => !isDate && kind !== 'percent'),
      ...conflictingWholes(analysis),
      ...swappedInText(analysis),
    ];
    const places = new Set<number>();
    for (const finding of found) {
      if (places.has(finding.from)) continue;
      places.add(finding.from);
      yield finding;
    }
  },
};

const OF_WHOLE = /\b(?:of (?:the|its|his|her|their)|all(?: (?:of )?the)?) $/iu;
/** More wholes of one kind are of several. */
const MOST = 6;

/** "Two of the four grounds", and elsewhere "all five grounds": the whole is one or the other. */
function* conflictingWholes(analysis: Analysis): Generator<Finding> {
  const { value } = analysis;
  const wholes = new Map<string, Quantity[]>();
  for (const quantity of quantitiesIn(analysis)) {
    const { noun, amount, vague, kind } = quantity;
    if (noun === null || vague || amount.value < 2 || amount.value > 20) continue;
    if (!value.startsWith(` ${noun}`, amount.to)) continue;
    if (!OF_WHOLE.test(value.slice(Math.max(0, amount.from - 16), amount.from))) continue;
    // "The 12 members of the council", and the nine of its committee.
    const [, owner = ''] =
      /^(?:of|in|on|at|for|from) (?:the |its |their |our |an? )?([\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+)*)/u.exec(
        value.slice(amount.to + noun.length + 2, amount.to + noun.length + 80),
      ) ?? [];
    const key = `${kind} ${owner}`;
    wholes.set(key, [...(wholes.get(key) ?? []), quantity]);
  }
  for (const all of wholes.values()) {
    if (all.length > MOST) continue;
    for (const [at, later] of all.entries()) {
      const other = all.slice(0, at).find(({ amount }) => amount.value !== later.amount.value);
      if (!other || all.some((one) => one !== later && one.amount.value === later.amount.value)) continue;
      const [said, before] = [later, other].map(({ amount }) => value.slice(amount.from, amount.to));
      yield {
        ...{ from: later.amount.from, to: later.amount.to, value: said!, correction: null },
        alternatives: [before!],
        message: `Before it the text says “${before!} ${other.noun!}”.`,
        confidence: 'medium',
      };
    }
  }
}
