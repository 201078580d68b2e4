import type { Analysis } from '../analysis';
import { analyse } from '../analysis';
import type { Finding, SuggestionContext } from '../suggestion';
import { agree, contentStems, factsIn, isNearMiss, type Fact } from './facts';

/** Sources of more sentences than this are read in part. */
const MOST_SENTENCES = 20_000;

interface SourceFact extends Fact {
  readonly title: string;
}

interface SourceSentence {
  readonly facts: readonly SourceFact[];
  readonly stems: ReadonlySet<string>;
}

/** The sentences of the sources that give facts, and where each stem stands. */
interface SourceIndex {
  readonly byStem: ReadonlyMap<string, readonly SourceSentence[]>;
  readonly byKind: ReadonlyMap<string, readonly SourceFact[]>;
  readonly count: number;
}

const remembered = new WeakMap<SuggestionContext['sources'], SourceIndex>();

function indexOf(sources: SuggestionContext['sources']): SourceIndex {
  const known = remembered.get(sources);
  if (known) return known;
  const byStem = new Map<string, SourceSentence[]>();
  const byKind = new Map<string, SourceFact[]>();
  let count = 0;
  for (const { title, text } of sources) {
    const analysis = analyse(text);
    for (const told of inSentences(factsIn(analysis))) {
      const facts = told.map((fact) => ({ ...fact, title }));
      for (const fact of facts) push(byKind, fact.kind, fact);
      if (count >= MOST_SENTENCES) continue;
      count += 1;
      const { from, to } = analysis.sentences[facts[0]!.sentence]!;
      const stems = new Set(contentStems(text.value.slice(from, to)));
      const sentence = { facts, stems };
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
  const rivals = rivalsIn(index, analysis);
  for (const facts of inSentences(factsIn(analysis))) {
    const open = facts.filter(
      (fact) =>
        fact.isDate === isDate &&
        !fact.quoted &&
        rivals.has(fact.kind) &&
        !(index.byKind.get(fact.kind) ?? []).some((other) => agree(fact, other)),
    );
    if (open.length === 0) continue;
    const { from, to } = analysis.sentences[facts[0]!.sentence]!;
    const matches = sentencesLike(new Set(contentStems(analysis.value.slice(from, to))), index);
    for (const fact of open) {
      const found = counterpart(fact, matches, rivals) ?? nearMiss(fact, rivals);
      // "Week 16" of a source is what "16 weeks" rests on.
      if (!found || (!isDate && isBareIn(fact, sources))) continue;
      yield {
        ...{
          from: fact.from,
          to: fact.to,
          value: isDate ? 'date or time' : 'number',
          correction: found.fact.written,
        },
        message: `“${found.fact.title}” has “${found.fact.written}”.`,
        confidence: found.sure ? 'high' : 'medium',
      };
    }
  }
}

/** Whether a source has the figures of a fact by themselves, with something else beside them. */
function isBareIn({ written }: Fact, sources: SuggestionContext['sources']): boolean {
  const figures = /^[$£€¥]?(\d{2,})(?=\D|$)(?![.,]\d)/u.exec(written)?.[1];
  if (figures === undefined) return false;
  const bare = new RegExp(
    String.raw`(?:\p{Lu}{2,}|[Ww]eeks?|[Dd]ays?|[Yy]ears?|[Mm]onths?|[Hh]ours?|[Mm]inutes?)[ -]${figures}(?![\p{N}%]|[.,:]\d)`,
    'u',
  );
  return sources.some(({ text }) => bare.test(text.value));
}

/** The facts of the sources that a text has nowhere, by kind: only they can stand in the place of one of its own. */
type Rivals = ReadonlyMap<string, ReadonlySet<SourceFact>>;

function rivalsIn({ byKind }: SourceIndex, analysis: Analysis): Rivals {
  const own = new Map<string, Fact[]>();
  for (const fact of factsIn(analysis)) if (byKind.has(fact.kind)) push(own, fact.kind, fact);
  const rivals = new Map<string, Set<SourceFact>>();
  for (const [kind, mine] of own) {
    const open = (byKind.get(kind) ?? []).filter((other) => !mine.some((fact) => agree(fact, other)));
    if (open.length > 0) rivals.set(kind, new Set(open));
  }
  return rivals;
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
function counterpart(fact: Fact, matches: readonly Match[], rivals: Rivals): Counterpart | null {
  const open = rivals.get(fact.kind) ?? new Set();
  for (const { sentence, shared } of matches) {
    const ranked = sentence.facts
      .filter((other) => open.has(other))
      .map((other) => ({ other, common: [...fact.near].filter((stem) => other.near.has(stem)).length }))
      .sort((a, b) => b.common - a.common);
    const [best, next] = ranked;
    if (!best || (best.common === 0 && shared < 4) || best.common === next?.common) continue;
    return { fact: best.other, sure: best.common >= 2 && shared >= 3 };
  }
  return null;
}

/** The only figure of the sources that is a slip away from one of the text, and that the text has nowhere. */
function nearMiss(fact: Fact, rivals: Rivals): Counterpart | null {
  const near = [...(rivals.get(fact.kind) ?? [])].filter((other) => isNearMiss(fact, other));
  const [only] = near;
  if (!only || near.some((other) => !agree(only, other))) return null;
  return { fact: only, sure: false };
}

interface Counterpart {
  readonly fact: SourceFact;
  readonly sure: boolean;
}
