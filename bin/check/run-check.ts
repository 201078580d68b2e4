import { checkQuotations } from '@/lib/quotes/check-quotations';
import { fail, ok } from '@/lib/result';
import { suggest } from '@/lib/suggestions/suggest';
import { loadWordLists } from '@/lib/word-lists/load-word-lists';
import type { Attempt } from '../attempt';
import { parseCheckOrder, type CheckOrder } from './parse-order';
import { describeFindings, toJson, type Findings } from './present-findings';
import { readText } from './read-text';

export interface CheckOutcome {
  /** 0 nothing found, 1 something found, 2 unusable input. */
  readonly status: 0 | 1 | 2;
  readonly output: string;
  readonly complaint: string;
}

/** Checks a text file, without a server or database. Paths are meant from `folder`. */
export function runCheck(args: readonly string[], folder: string): CheckOutcome {
  const order = parseCheckOrder(args);
  const findings = order.ok ? findAll(order.value, folder) : order;
  if (!order.ok || !findings.ok) {
    return { status: 2, output: '', complaint: findings.ok ? '' : findings.failure };
  }
  const { suggestions, checks } = findings.value;
  const clean = suggestions.length === 0 && (checks ?? []).every(({ verdict }) => verdict === 'found');
  const output = order.value.json ? toJson(findings.value) : describeFindings(findings.value);
  return { status: clean ? 0 : 1, output, complaint: '' };
}

/** Every input is read before anything is said, so that all that is wrong is said at once. */
function findAll(
  { article, sources, names, published, houseStyle }: CheckOrder,
  folder: string,
): Attempt<Findings> {
  const read = [article, ...sources].map((path) => readText(path, folder));
  const known = names === undefined ? ok(null) : readText(names, folder);
  const complaints = [...read, known].flatMap((one) => (one.ok ? [] : [one.failure]));
  const texts = read.flatMap((one) => (one.ok ? [one.value] : []));
  const checked = texts[0];
  if (complaints.length > 0 || !checked || !known.ok) return fail(complaints.join('\n'));
  const lines = known.value?.text.value.split('\n') ?? [];
  const context = {
    ...loadWordLists(),
    sources: texts.slice(1).map(({ name, text }) => ({ title: name, text })),
    knownNames: lines.map((line) => line.trim()).filter((line) => line !== ''),
    published,
    houseStyle,
    switches: {},
  };
  return ok({
    article: checked,
    sources: texts.slice(1),
    suggestions: suggest(checked.text, context),
    checks:
      sources.length === 0
        ? null
        : checkQuotations(
            checked.text,
            texts.slice(1).map(({ text }) => text),
          ),
  });
}
