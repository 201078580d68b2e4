import { generateClient } from '@/bin/steps/generate';
import { loadWordLists } from '@/lib/word-lists/load-word-lists';
import { orThrow } from './desk/project';
import { currentLoad, describeMachine } from './report/machine';
import { table, writeResults } from './report/write-results';
import { measureSpeed } from './suggestions/measure-speed';
import { readCorpus } from './suggestions/read-corpus';
import { scoreQuotes, type QuoteScores } from './suggestions/score-quotes';
import { scoreRules, type Scores } from './suggestions/score-rules';
import { watchServer, type Served } from './suggestions/watch-server';
import { CHECKS, weighMemory } from './suggestions/weigh-memory';

const MEGABYTE = 1_000_000;
const loadBefore = currentLoad();
orThrow(await generateClient());
const served = await watchServer();
const lists = loadWordLists();
const corpus = readCorpus();
const scores = scoreRules(corpus.errors, corpus.clean, lists);
const quotes = scoreQuotes(corpus.quotes);
const heldOut = <T extends { readonly id: string }>(texts: readonly T[]): readonly T[] =>
  texts.filter(({ id }) => id.startsWith('ho-'));
const lastScores = scoreRules(heldOut(corpus.errors), heldOut(corpus.clean), lists);
const lastQuotes = scoreQuotes(heldOut(corpus.quotes));
const speeds = measureSpeed([...corpus.errors, ...corpus.clean]);

writeResults(
  'suggestions',
  'Suggestions and the quote check',
  describeMachine(),
  [
    `Load average ${loadBefore} before and ${currentLoad()} after.`,
    `${corpus.errors.length} texts with errors, ${scores.words} words; ${corpus.clean.length} clean ones, ${scores.cleanWords} words; ${corpus.quotes.length} with quotations and their sources.`,
    'Counted from medium confidence on, low confidence in a column of its own; rules that are off were switched on to be scored, and count in nothing else.',
  ],
  [
    '## By rule',
    rulesTable(scores),
    '## By kind of error, all rules that are on',
    kindsTable(scores),
    '## Quotations',
    quotesTable(quotes),
    '## The texts added last, by themselves',
    `What the rules found in the texts whose names begin with \`ho-\` before anything was mended for them is kept in [the blind figures](suggestions-blind.md): those are what to expect on copy that the rules have not met. Since then misses and false alarms in these texts have been mended by their kind, so the figures below are no longer blind. Of all suggestions ${share(...rightOf(lastScores))} are right, and ${falseInClean(lastScores)} in 1,000 words of their clean texts are false.`,
    kindsTable(lastScores),
    quotesTable(lastQuotes),
    '## Speed and memory',
    table(
      ['what', 'kB', 'ms'],
      speeds.map(({ name, bytes, milliseconds }) => [
        name,
        (bytes / 1000).toFixed(0),
        milliseconds.toFixed(0),
      ]),
    ),
    `A fresh process grows by ${(weighMemory() / MEGABYTE).toFixed(0)} MB when it starts the thread that checks articles, as a server does, and has 270 kB with a source of 30 kB checked there ${CHECKS} times in a row.`,
    '## How long the event loop of the server is held',
    'Asked of the API’s handlers on a real Postgres, in a process of their own. By the clock whatever else the machine did counts as well; processor time is that of the thread which serves, from one turn of its loop to the next.',
    servedTable(served),
  ],
);

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`;
}

/** Right suggestions and all, of the rules that are on. */
function rightOf({ rules }: Scores): readonly [number, number] {
  const inUse = rules.filter(({ on }) => on);
  const right = inUse.reduce((sum, rule) => sum + rule.right, 0);
  return [right, inUse.reduce((sum, rule) => sum + rule.wrong, right)];
}

function falseInClean({ rules, cleanWords }: Scores): string {
  const wrong = rules.filter(({ on }) => on).reduce((sum, rule) => sum + rule.wrongInClean, 0);
  return ((1000 * wrong) / cleanWords).toFixed(2);
}

function rulesTable({ rules, cleanWords, words }: Scores): string {
  const rows = rules.map(({ ruleId, on, right, wrong, wrongInClean, lowRight, lowWrong }) => [
    on ? ruleId : `${ruleId} (off)`,
    right,
    wrong,
    share(right, right + wrong),
    ((1000 * wrong) / (words + cleanWords)).toFixed(2),
    ((1000 * wrongInClean) / cleanWords).toFixed(2),
    `${lowRight} / ${lowWrong}`,
  ]);
  const inUse = rules.filter(({ on }) => on);
  const sum = (figure: 'right' | 'wrong' | 'wrongInClean'): number =>
    inUse.reduce((all, rule) => all + rule[figure], 0);
  rows.push([
    '**all that are on**',
    sum('right'),
    sum('wrong'),
    share(sum('right'), sum('right') + sum('wrong')),
    ((1000 * sum('wrong')) / (words + cleanWords)).toFixed(2),
    ((1000 * sum('wrongInClean')) / cleanWords).toFixed(2),
    '',
  ]);
  const head = [
    'rule',
    'right',
    'false',
    'precision',
    'false per 1,000 words',
    'in clean texts',
    'low: right / false',
  ];
  return table(head, rows);
}

function kindsTable({ kinds }: Scores): string {
  const rows = kinds.map(({ kind, found, missed }) => [kind, found, missed, share(found, found + missed)]);
  const [found, missed] = [
    kinds.reduce((all, kind) => all + kind.found, 0),
    kinds.reduce((all, kind) => all + kind.missed, 0),
  ];
  return table(
    ['kind', 'found', 'missed', 'share'],
    [...rows, ['**all**', found, missed, share(found, found + missed)]],
  );
}

function quotesTable(score: QuoteScores): string {
  return table(
    ['what', 'of', 'right', 'share'],
    [
      [
        'quotations found with both ends',
        score.quotations,
        score.found,
        share(score.found, score.quotations),
      ],
      [
        'verbatim, altered or not found, told rightly',
        score.quotations,
        score.told,
        share(score.told, score.quotations),
      ],
      ['labelled changes found', score.changes, score.changesFound, share(score.changesFound, score.changes)],
      ['altered words inside a change', score.words, score.wordsFound, share(score.wordsFound, score.words)],
      [
        'changes of the labelled class',
        score.changesFound,
        score.classed,
        share(score.classed, score.changesFound),
      ],
      ['changes that are none', score.hunks, score.wrongHunks, share(score.wrongHunks, score.hunks)],
    ],
  );
}

function servedTable(all: readonly Served[]): string {
  return table(
    ['what', 'status', 'ms by the clock, at most', 'ms of processor time, at most'],
    all.map(({ what, status, longest, busiest }) => [what, status, longest.toFixed(0), busiest.toFixed(0)]),
  );
}
