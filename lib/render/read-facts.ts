import type { Outcome } from '@/lib/contract/failure';
import type { Actor } from '@/lib/policy/actor';
import { quoteFacts, type ReportQuote } from '@/lib/report/quote-facts';
import type { ExtraSection, ReportFacts } from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import { checkVersion } from '@/lib/sandbox/check-version';
import { checkBasisFor } from '@/lib/store/checking-input';
import { reportInputFor } from '@/lib/store/report-input';

/** How often a text is looked at again that was replaced while its quotations were compared. */
const ATTEMPTS = 3;

/** All that a report with these sections is made of. The quotations are compared now, or were and are remembered. */
export async function readReportFacts(
  actor: Actor,
  articleId: string,
  sections: readonly ExtraSection[] = [],
): Promise<Outcome<ReportFacts>> {
  for (let attempt = 1; ; attempt += 1) {
    const facts = await reportInputFor(actor, articleId, { withHistory: sections.includes('history') });
    if (!facts.ok || !sections.includes('quote-check')) return facts;
    const quotes = await quotesOf(actor, articleId, facts.value.version.id);
    if (!quotes.ok) return quotes;
    if (quotes.value !== null) return ok({ ...facts.value, quotes: quotes.value });
    if (attempt === ATTEMPTS) throw new Error(`The text of ${articleId} changes faster than it can be read`);
  }
}

/** The quotations of a version beside the article's sources; null where another version has taken its place. */
async function quotesOf(
  actor: Actor,
  articleId: string,
  versionId: string,
): Promise<Outcome<readonly ReportQuote[] | null>> {
  const input = await checkBasisFor(actor, articleId);
  if (!input.ok) return input;
  if (input.value.versionId !== versionId) return ok(null);
  const checked = await checkVersion(input.value);
  if (!checked.ok) return checked;
  return ok(checked.value.quotes.map((quote) => quoteFacts(quote, input.value.sources)));
}
