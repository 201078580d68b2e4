import type { Analysis } from '../analysis';
import type { Finding } from '../suggestion';
import { agree, factsIn, type Fact } from './facts';

/** Words that tell a second figure from a first: the two are meant to differ. */
const CONTRAST =
  /\b(?:other|another|second|third|first|next|previous(?:ly)?|earlier|later|last|former(?:ly)?|rose|risen|fell|fallen|grew|grown|from|up|down|compared|against|instead|more|fewer|less|than|each|every|per|left|right|remaining|rest|extra|additional|further|only|between|originally|initially|used to|once|now|then|since|until|before|after|by|again|new|old|at least|lost|won|cut|raised|reduced|increased|average|half|longest|largest|biggest|smallest)\b/iu;

/** More facts of one kind make a table. */
const MOST_OF_A_KIND = 60;
const AROUND = 48;
/** Where a text has no more of a kind, one shared word tells that two of them are about the same. */
const FEW = 3;

/** Facts of different sentences that speak of the same and say different things. The later one is marked. */
export function* conflictingFacts(
  analysis: Analysis,
  accepts: (fact: Fact) => boolean,
): Generator<Finding & { readonly other: Fact }> {
  const kinds = new Map<string, Fact[]>();
  for (const fact of factsIn(analysis)) {
    if (!accepts(fact)) continue;
    const list = kinds.get(fact.kind);
    if (list) list.push(fact);
    else kinds.set(fact.kind, [fact]);
  }
  for (const facts of kinds.values()) {
    if (facts.length > MOST_OF_A_KIND) continue;
    for (const [at, later] of facts.entries()) {
      if (isContrasted(analysis, later)) continue;
      const other = facts.slice(0, at).findLast((earlier) => conflicts(analysis, earlier, later, facts));
      if (!other) continue;
      const isSure = shared(other, later) > 2;
      yield {
        ...{
          from: later.from,
          to: later.to,
          value: later.written,
          correction: null,
          alternatives: [other.written],
          other,
        },
        message: `Before it the text says “${other.written}”.`,
        confidence: isSure ? 'high' : 'medium',
      };
    }
  }
}

const shared = (a: Fact, b: Fact): number => [...a.near].filter((stem) => b.near.has(stem)).length;

function conflicts(analysis: Analysis, a: Fact, b: Fact, all: readonly Fact[]): boolean {
  if (a.sentence === b.sentence || agree(a, b) || isContrasted(analysis, a)) return false;
  if (shared(a, b) < (a.isDate || /^(?:count|time|months)/u.test(a.kind) || all.length > FEW ? 2 : 1))
    return false;
  if (!isOfOneSize(a, b)) return false;
  // Where a sentence has both, the writer knows both.
  const sentences = (fact: Fact): readonly number[] =>
    all.filter((one) => agree(one, fact)).map(({ sentence }) => sentence);
  const theirs = new Set(sentences(a));
  return !sentences(b).some((sentence) => theirs.has(sentence));
}

const isContrasted = ({ value, sentences }: Analysis, { from, to, sentence }: Fact): boolean =>
  CONTRAST.test(value.slice(Math.max(sentences[sentence]!.from, from - AROUND), from)) ||
  CONTRAST.test(value.slice(to, Math.min(sentences[sentence]!.to, to + AROUND)));

/** A slip is rarely more than threefold. */
function isOfOneSize({ value: a }: Fact, { value: b }: Fact): boolean {
  if (a.kind !== 'amount' || b.kind !== 'amount') return true;
  const ratio = Math.abs(a.bases[0]! / b.bases[0]!);
  return ratio > 1 / 3 && ratio < 3;
}
