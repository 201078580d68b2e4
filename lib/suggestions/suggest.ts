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

/** The surer of two rules about names and words wins a place. */
function withoutDoubles(suggestions: readonly Suggestion[]): Suggestion[] {
  const taken = new Set(
    suggestions.filter(({ ruleId }) => ruleId === 'known-name').map(({ start, end }) => `${start} ${end}`),
  );
  return suggestions.filter(
    ({ ruleId, start, end }) => ruleId !== 'near-name' || !taken.has(`${start} ${end}`),
  );
}
