import type { Outcome } from '@/lib/contract/failure';
import { readReportOptions, type AskedOptions } from '@/lib/contract/report';
import type { Actor } from '@/lib/policy/actor';
import { quoteFacts, type ReportQuote } from '@/lib/report/quote-facts';
import type { ReportInput } from '@/lib/report/report-input';
import { ok } from '@/lib/result';
import { checkVersion } from '@/lib/sandbox/check-version';
import { checkBasisFor } from '@/lib/store/checking-input';
import { reportInputFor } from '@/lib/store/report-input';

/** How often a text is looked at again that was replaced while its quotations were compared. */
const ATTEMPTS = 3;

/**
 * All that a report is made of that is asked for like this. What is asked for wrongly is refused before anything is
 * compared; the quotations are compared now, or were and are remembered.
 */
export async function readReportInput(
  actor: Actor,
  articleId: string,
  asked: AskedOptions,
): Promise<Outcome<ReportInput>> {
  const { sections = [] } = asked;
  for (let attempt = 1; ; attempt += 1) {
    const facts = await reportInputFor(actor, articleId, { withHistory: sections.includes('history') });
    if (!facts.ok) return facts;
    const options = readReportOptions(asked, facts.value.schema);
    if (!options.ok) return options;
    const input = { ...facts.value, options: options.value };
    if (!sections.includes('quote-check')) return ok(input);
    const quotes = await quotesOf(actor, articleId, facts.value.version.id);
    if (!quotes.ok) return quotes;
    if (quotes.value !== null) return ok({ ...input, quotes: quotes.value });
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
