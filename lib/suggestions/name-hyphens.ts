import type { Analysis } from './analysis';
import { authoritiesOf } from './name-authorities';
import { isListed } from './name-evidence';
import { HYPHEN, isTitle, NAME } from './name-parts';
import { withoutPossessive, type NameForm } from './names';
import { withoutDiacritics } from './near-forms';
import type { Finding, SuggestionContext } from './suggestion';

const MIN_LENGTH = 5;

const keyOf = (parts: readonly string[]): string => withoutDiacritics(parts.join('')).toLowerCase();

/** Names that the text writes with a hyphen and, less often, in one word or two: "Lev-Tov", "Levtov", "Lev Tov". */
export function* lostHyphensIn(analysis: Analysis, context: SuggestionContext): Generator<Finding> {
  const hyphenated = hyphenatedIn(analysis);
  if (hyphenated.size === 0) return;
  const authorities = authoritiesOf(context);
  for (const form of analysis.nameForms.values()) {
    if (HYPHEN.test(form.form) || !NAME.test(form.form) || authorities.has(form.form)) continue;
    const other = hyphenated.get(keyOf([form.form]));
    if (!other || form.words.length > other.words.length || isListed(form.form, context)) continue;
    if (haveOtherNames(form, other)) continue;
    for (const { from } of form.words) yield lostAt(from, form.form, other, 'high');
  }
  yield* parted(analysis, hyphenated, context);
}

function hyphenatedIn({ nameForms }: Analysis): ReadonlyMap<string, NameForm> {
  const found = new Map<string, NameForm>();
  for (const form of nameForms.values()) {
    const parts = form.form.split(HYPHEN);
    if (parts.length < 2 || !parts.every((part) => NAME.test(part))) continue;
    const key = keyOf(parts);
    if (key.length >= MIN_LENGTH && !found.has(key)) found.set(key, form);
  }
  return found;
}

/** Two words that stand in a row where the text elsewhere joins them; two that lists have may be just that. */
function* parted(
  { names, value }: Analysis,
  hyphenated: ReadonlyMap<string, NameForm>,
  context: SuggestionContext,
): Generator<Finding> {
  const found = new Map<NameForm, Finding[]>();
  for (const { words } of names) {
    for (const [at, second] of words.entries()) {
      const first = words[at - 1];
      if (!first || second.from - first.to > 1 || HYPHEN.test(first.text + second.text)) continue;
      const parts = [first.text, withoutPossessive(second.text)];
      const other = hyphenated.get(keyOf(parts));
      if (!other || parts.every((part) => isListed(part, context))) continue;
      const list = found.get(other) ?? [];
      found.set(other, list);
      const to = second.from + parts[1]!.length;
      list.push(lostAt(first.from, value.slice(first.from, to), other, 'medium'));
    }
  }
  for (const [other, findings] of found) if (findings.length <= other.words.length) yield* findings;
}

const lostAt = (
  from: number,
  written: string,
  { form }: NameForm,
  confidence: Finding['confidence'],
): Finding => ({
  from,
  to: from + written.length,
  value: written,
  correction: form,
  message: `The text also writes “${form}”.`,
  confidence,
});

/** Whether both stand behind first names, and never the same. */
function haveOtherNames(a: NameForm, b: NameForm): boolean {
  const [mine, theirs] = [a, b].map(({ before }) => [...before].filter((word) => !isTitle(word)));
  return mine!.length > 0 && theirs!.length > 0 && !mine!.some((word) => theirs!.includes(word));
}
