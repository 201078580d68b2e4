import type { Analysis } from '../analysis';
import { analyse } from '../analysis';
import type { Finding, SuggestionContext } from '../suggestion';
import { agree, contentStems, factsIn, isNearMiss, type Fact } from './facts';

/** Sources of more sentences than this are read in part. */
const MOST_SENTENCES = 20_000;

interface SourceSentence {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly stems: ReadonlySet<string>;
}

/** The sentences of the sources that give facts, and where each stem stands. */
interface SourceIndex {
  readonly byStem: ReadonlyMap<string, readonly SourceSentence[]>;
  readonly byKind: ReadonlyMap<string, readonly (Fact & { readonly title: string })[]>;
  readonly count: number;
}

const remembered = new WeakMap<SuggestionContext['sources'], SourceIndex>();

function indexOf(sources: SuggestionContext['sources']): SourceIndex {
  const known = remembered.get(sources);
  if (known) return known;
  const byStem = new Map<string, SourceSentence[]>();
  const byKind = new Map<string, (Fact & { readonly title: string })[]>();
  let count = 0;
  for (const { title, text } of sources) {
    const analysis = analyse(text);
    for (const facts of inSentences(factsIn(analysis))) {
      for (const fact of facts) push(byKind, fact.kind, { ...fact, title });
      if (count >= MOST_SENTENCES) continue;
      count += 1;
      const { from, to } = analysis.sentences[facts[0]!.sentence]!;
      const stems = new Set(contentStems(text.value.slice(from, to)));
      const sentence = { title, facts, stems };
      for (const stem of stems) push(byStem, stem, sentence);
    }
  }
  const index = { byStem, byKind, count };
  remembered.set(sources, index);
  return index;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

function* inSentences(facts: readonly Fact[]): Generator<readonly Fact[]> {
  let run: Fact[] = [];
  for (const fact of facts) {
    if (run.length > 0 && run[0]!.sentence !== fact.sentence) {
      yield run;
      run = [];
    }
    run.push(fact);
  }
  if (run.length > 0) yield run;
}

/** A stem that stands in more sentences than this tells none from another. */
const TOO_COMMON = 60;

/**
 * The facts of a text that no source has, beside the one that the sentence of a source about the same has in their
 * place. What stands in quotation marks is compared with the sources word by word, elsewhere.
 */
export function* factsAgainstSources(
  analysis: Analysis,
  { sources }: SuggestionContext,
  isDate: boolean,
): Generator<Finding> {
  if (sources.length === 0) return;
  const index = indexOf(sources);
  const own = new Map<string, Fact[]>();
  for (const fact of factsIn(analysis)) push(own, fact.kind, fact);
  for (const facts of inSentences(factsIn(analysis))) {
    const open = facts.filter(
      (fact) =>
        fact.isDate === isDate &&
        !fact.quoted &&
        !(index.byKind.get(fact.kind) ?? []).some((other) => agree(fact, other)),
    );
    if (open.length === 0) continue;
    const { from, to } = analysis.sentences[facts[0]!.sentence]!;
    const matches = sentencesLike(new Set(contentStems(analysis.value.slice(from, to))), index);
    for (const fact of open) {
      const found = counterpart(fact, matches, own) ?? nearMiss(fact, index, own);
      if (!found) continue;
      yield {
        ...{
          from: fact.from,
          to: fact.to,
          value: isDate ? 'date or time' : 'number',
          correction: found.fact.written,
        },
        message: `“${found.title}” has “${found.fact.written}”.`,
        confidence: found.sure ? 'high' : 'medium',
      };
    }
  }
}

interface Match {
  readonly sentence: SourceSentence;
  readonly weight: number;
  readonly shared: number;
}

/** Sentences of the sources about the same, by the rarity of the words they share. */
function sentencesLike(stems: ReadonlySet<string>, { byStem, count }: SourceIndex): readonly Match[] {
  const found = new Map<SourceSentence, { weight: number; shared: number }>();
  for (const stem of stems) {
    const sentences = byStem.get(stem) ?? [];
    if (sentences.length > TOO_COMMON) continue;
    for (const sentence of sentences) {
      const match = found.get(sentence) ?? { weight: 0, shared: 0 };
      match.weight += Math.log(1 + count / sentences.length);
      match.shared += 1;
      found.set(sentence, match);
    }
  }
  return [...found]
    .filter(
      ([sentence, { shared }]) => shared >= 2 && shared / Math.min(stems.size, sentence.stems.size) >= 0.2,
    )
    .map(([sentence, match]) => ({ sentence, ...match }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3);
}

/** What a source's sentence has in the place of a fact: of its kind, nowhere in the text, and about the same. */
function counterpart(
  fact: Fact,
  matches: readonly Match[],
  own: ReadonlyMap<string, readonly Fact[]>,
): { readonly fact: Fact; readonly title: string; readonly sure: boolean } | null {
  for (const { sentence, shared } of matches) {
    const rivals = sentence.facts.filter(
      (other) => other.kind === fact.kind && !(own.get(fact.kind) ?? []).some((mine) => agree(mine, other)),
    );
    const ranked = rivals
      .map((other) => ({ other, common: [...fact.near].filter((stem) => other.near.has(stem)).length }))
      .sort((a, b) => b.common - a.common);
    const [best, next] = ranked;
    if (!best || (best.common === 0 && shared < 4) || best.common === next?.common) continue;
    return { fact: best.other, title: sentence.title, sure: best.common >= 2 && shared >= 3 };
  }
  return null;
}

/** The only figure of the sources that is a slip away from one of the text, and that the text has nowhere. */
function nearMiss(
  fact: Fact,
  { byKind }: SourceIndex,
  own: ReadonlyMap<string, readonly Fact[]>,
): { readonly fact: Fact; readonly title: string; readonly sure: boolean } | null {
  const near = (byKind.get(fact.kind) ?? []).filter(
    (other) => isNearMiss(fact, other) && !(own.get(fact.kind) ?? []).some((mine) => agree(mine, other)),
  );
  const [only] = near;
  if (!only || near.some((other) => !agree(only, other))) return null;
  return { fact: only, title: only.title, sure: false };
}
