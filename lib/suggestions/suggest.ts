import { toCodePoint, type ArticleText } from '@/lib/text/article-text';
import { isBoundary } from '@/lib/text/grapheme-boundaries';
import type { CodeUnitOffset } from '@/lib/text/offsets';
import { analyse } from './analysis';
import { RULES } from './rules';
import type { Finding, Rule, Suggestion, SuggestionContext } from './suggestion';

/** A rule that finds more than this in one text has misunderstood the text; what comes after is left out. */
const MOST_FINDINGS = 1_000;

/**
 * What the rules propose about a text, by place, then rule. Pure: the same text and context give the same list.
 * No suggestion is empty or cuts a grapheme cluster. A name that sources or known names correct is not also called
 * inconsistent.
 */
export function suggest(text: ArticleText, context: SuggestionContext): readonly Suggestion[] {
  const analysis = analyse(text);
  const suggestions: Suggestion[] = [];
  for (const rule of RULES) {
    if (!(context.switches[rule.id] ?? rule.on)) continue;
    let found = 0;
    for (const finding of rule.find(analysis, context)) {
      if (!isWhole(text, finding)) continue;
      suggestions.push(toSuggestion(text, rule, finding));
      found += 1;
      if (found === MOST_FINDINGS) break;
    }
  }
  return withoutDoubles(suggestions).sort(
    (a, b) => a.start - b.start || a.end - b.end || order(a.ruleId) - order(b.ruleId),
  );
}

const order = (ruleId: string): number => RULES.findIndex(({ id }) => id === ruleId);

const isWhole = ({ value }: ArticleText, { from, to }: Finding): boolean =>
  from < to && isBoundary(value, from) && isBoundary(value, to);

function toSuggestion(text: ArticleText, rule: Rule, finding: Finding): Suggestion {
  const exact = text.value.slice(finding.from, finding.to);
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    start: toCodePoint(text, finding.from as CodeUnitOffset),
    end: toCodePoint(text, finding.to as CodeUnitOffset),
    exact,
    tag: rule.tag,
    value: finding.value ?? null,
    correction: finding.correction,
    alternatives: finding.alternatives ?? [],
    message: finding.message,
    confidence: finding.confidence,
    group: JSON.stringify([rule.id, finding.value ?? null, exact, finding.correction]),
  };
}

/** Of two rules that say the same of one place the one that knows more: whose name it is, who spoke. */
const YIELDS: Readonly<Record<string, string>> = { 'near-name': 'known-name', quote: 'quote-speaker' };

function withoutDoubles(suggestions: readonly Suggestion[]): Suggestion[] {
  const place = (ruleId: string, { start, end }: Suggestion): string => `${ruleId} ${start} ${end}`;
  const winners = new Set(Object.values(YIELDS));
  const taken = new Set(
    suggestions.filter(({ ruleId }) => winners.has(ruleId)).map((one) => place(one.ruleId, one)),
  );
  return suggestions.filter((one) => {
    const winner = YIELDS[one.ruleId];
    return winner === undefined || !taken.has(place(winner, one));
  });
}
