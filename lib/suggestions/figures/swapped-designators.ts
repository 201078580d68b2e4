import { analyse, type Analysis } from '../analysis';
import { designatorsIn, type Designator } from '../designators';
import type { Finding, SuggestionContext } from '../suggestion';
import { isYear } from './changes';
import { haveSwapped } from './facts';

interface Numbered {
  readonly designator: Designator;
  readonly name: string;
  readonly digits: string;
}

/** Two flights, signals or rules of one name and nearly one number: "Flight 618" and "Flight 681". The later is marked. */
export function* swappedInText(analysis: Analysis): Generator<Finding> {
  const all = numberedIn(analysis).sort((a, b) => a.designator.from - b.designator.from);
  for (const [at, later] of all.entries()) {
    const other = all.slice(0, at).find((one) => isSwapOf(one, later));
    if (!other) continue;
    // Whoever writes both into one sentence, or one again, has seen that they are two.
    const between = analysis.value.slice(other.designator.to, later.designator.from);
    const times = all.filter(({ name, digits }) => name === later.name && digits === later.digits).length;
    if (!/[.!?]\s/u.test(between) || times > 1) continue;
    yield finding(
      later,
      null,
      [other.designator.written],
      `Before it the text says “${other.designator.written}”.`,
    );
  }
}

/** A designation of the text that only differs from one of the sources in two digits that changed places. */
export function* swappedAgainstSources(
  analysis: Analysis,
  { sources }: SuggestionContext,
): Generator<Finding> {
  if (sources.length === 0) return;
  const own = numberedIn(analysis);
  const said = sources.flatMap(({ title, text }) =>
    numberedIn(analyse(text)).map((one) => ({ ...one, title })),
  );
  for (const one of own) {
    if (said.some(({ name, digits }) => name === one.name && digits === one.digits)) continue;
    const right = said.find((other) => isSwapOf(other, one));
    if (!right || own.some(({ name, digits }) => name === right.name && digits === right.digits)) continue;
    const { written } = right.designator;
    yield finding(one, written, [], `“${right.title}” has “${written}”.`);
  }
}

const isSwapOf = (a: Numbered, b: Numbered): boolean => a.name === b.name && haveSwapped(a.digits, b.digits);

/** More of them make a list, and so do more numbers of one name. */
const MOST = 200;
const MOST_OF_NAME = 8;

function numberedIn(analysis: Analysis): Numbered[] {
  const found = [...designatorsIn(analysis).values()].flatMap((forms) => [...forms.values()].flat());
  if (found.length > MOST) return [];
  const numbered = found.flatMap((designator): Numbered[] => {
    const [, name = '', digits = ''] =
      /^(\p{L}{2,})[ -]?(\d{3,4})$/u.exec(designator.joined.replace(/\s/u, ' ')) ?? [];
    return digits === '' || isYear(Number(digits)) ? [] : [{ designator, name, digits }];
  });
  const numbers = new Map<string, Set<string>>();
  for (const { name, digits } of numbered) numbers.set(name, (numbers.get(name) ?? new Set()).add(digits));
  return numbered.filter(({ name }) => numbers.get(name)!.size <= MOST_OF_NAME);
}

const finding = (
  { designator: { from, to } }: Numbered,
  correction: string | null,
  alternatives: readonly string[],
  message: string,
): Finding => ({ from, to, value: 'number', correction, alternatives, message, confidence: 'medium' });
