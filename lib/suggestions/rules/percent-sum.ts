import type { Analysis } from '../analysis';
import { quantitiesIn, type Quantity } from '../figures/quantities';
import { sentenceRuns, type SentenceRun } from '../figures/sentence-runs';
import type { Finding, Rule } from '../suggestion';

/** Shares of one whole that do not make a hundred: three or more in a sentence, or two with what remains. */
export const percentSum: Rule = {
  id: 'percent-sum',
  version: 2,
  tag: 'fact',
  on: true,
  *find(analysis): Generator<Finding> {
    const shares = quantitiesIn(analysis).filter(({ kind }) => kind === 'percent');
    let before: SentenceRun<Quantity> | null = null;
    for (const run of sentenceRuns(analysis, shares)) {
      // "The rest, 20 per cent, …" may begin a sentence of its own.
      const joined =
        before &&
        before.index === run.index - 1 &&
        /^(?:the )?(?:rest|remaining|remainder|other)/iu.test(analysis.value.slice(run.from, run.from + 24))
          ? { ...run, from: before.from, items: [...before.items, ...run.items] }
          : run;
      yield* judge(analysis, joined);
      before = run;
    }
  },
};

const REST =
  /\b(?:the (?:rest|remainder|remaining|others?)|remaining|with the rest|undecided|no opinion|abstain)/iu;
const CHANGE =
  /\b(?:rose|risen|rise|rises|fell|fallen|fall|falls|increas\p{L}*|decreas\p{L}*|grew|grown|growth|up|down|compared|from|since|previous\p{L}*|last|than|points?|inflation|interest|discount|faster|slower|again|another|margin|each|respectively|turnout|chance|likely)\b/iu;
const MOST_SHARES = 12;

function* judge({ value }: Analysis, { from, to, items }: SentenceRun<Quantity>): Generator<Finding> {
  if (items.length > MOST_SHARES || items.some(({ vague, amount }) => vague || amount.value >= 100)) return;
  const sentence = value.slice(from, to);
  const told = REST.test(sentence);
  if (items.length < (told ? 2 : 3) || CHANGE.test(sentence)) return;
  const sum = items.reduce((all, { amount }) => all + amount.value, 0);
  // Each may have been rounded by half of its last place.
  const rounding = items.reduce((all, { margin }) => all + margin, 0);
  const off = Math.abs(sum - 100);
  if (off <= rounding + 0.01 || off > (told ? 40 : 15)) return;
  const last = items.at(-1)!;
  yield {
    ...{ from: last.from, to: last.to, value: 'number', correction: null },
    message: `The shares here make ${Number(sum.toFixed(2))} per cent: ${items.map((item) => value.slice(item.from, item.to)).join(', ')}.`,
    confidence: told || items.length > 3 ? 'high' : 'medium',
  };
}
