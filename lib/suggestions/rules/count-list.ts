import { amountsIn, type Amount } from '../figures/amounts';
import { countItems, type List } from '../figures/lists';
import { looksEnglish } from '../nearby';
import type { Analysis } from '../analysis';
import type { Finding, Rule } from '../suggestion';

/** A number of people or things beside a list of more or fewer: "three members: Ada, Paul, Anna and Eva". */
export const countList: Rule = {
  id: 'count-list',
  version: 3,
  tag: 'conflict',
  on: true,
  *find(analysis): Generator<Finding> {
    if (!looksEnglish(analysis.words)) return;
    for (const amount of amountsIn(analysis.value)) {
      if (amount.value < 2 || amount.value > MOST || !Number.isInteger(amount.value) || amount.vague)
        continue;
      const list = listBehind(analysis, amount) ?? listBefore(analysis, amount);
      if (!list || list.counts.has(amount.value)) continue;
      const written = analysis.value.slice(amount.from, amount.to);
      yield {
        ...{ from: amount.from, to: amount.to, value: 'number', correction: null },
        message: `“${written}” is said of ${[...list.counts].join(' or ')}: ${shorten(list.written)}.`,
        confidence: list.sure ? 'high' : 'medium',
      };
    }
  },
};

const MOST = 20;
const REACH = 600;

/** Up to five words of what is counted, then a colon, dash, comma or verb, then the list. */
const HEAD =
  /^(?:[ -][\p{L}\p{M}’'-]+){1,7}?(?:(:)\s|\s?([—–])\s?|,? (?:(?:are|were|namely) |(?:called|named) )|(,) (?=\p{Lu})|(\s\())/u;

function listBehind({ value }: Analysis, { to }: Amount): List | null {
  const rest = value.slice(to, to + REACH).split('\n')[0]!;
  const head = HEAD.exec(rest);
  if (
    !head ||
    /\b(?:in|of which|including|such as|among|like|with)\b[^:]*$/iu.test(
      head[0].replace(/[:—–,]\s*$/u, '').slice(-12),
    )
  )
    return null;
  // "A team of 14 from five countries: …": the list is of the nearer number.
  if (amountsIn(head[0]).length > 0) return null;
  const [, colon, dash, comma, bracket] = head;
  if (
    /\b(?:per|times|years?|days?|hours?|minutes?|weeks?|months?|percent|million|billion|o’clock|pm|am)\b/iu.test(
      head[0].slice(0, 14),
    )
  )
    return null;
  // What is counted is many, and stands before the list.
  if (!/(?:[^su\W]s|men|people|children|ies|women|staff|crew)\b/iu.test(head[0])) return null;
  const kind = colon ? 'colon' : dash ? 'dash' : bracket ? 'bracket' : comma ? 'comma' : 'verb';
  return countItems(rest.slice(head[0].length), kind);
}

/** "Ada Lind, Paul Oke and Eva Sun, all three of them", "…, the four members who …". */
function listBefore({ value }: Analysis, { from, to }: Amount): List | null {
  const lead =
    /(?:^|[.!?]["”’]?\s|[:;]\s|\n)((?:\p{Lu}[^.!?:;\n"“”()]{2,300}?)),? (?:all|the|[–—] (?:the|all)) $/u.exec(
      value.slice(Math.max(0, from - REACH), from),
    );
  if (
    !lead ||
    !/^ (?:[\p{Ll}-]+ ){0,2}(?:\p{Ll}+s|of them|men|women|people)\b/u.test(value.slice(to, to + 40))
  )
    return null;
  const list = countItems(`${lead[1]!}.`, 'apposition');
  return list && list.written.length >= lead[1]!.length - 1 ? list : null;
}

const shorten = (list: string): string => (list.length > 160 ? `${[...list].slice(0, 150).join('')}…` : list);
