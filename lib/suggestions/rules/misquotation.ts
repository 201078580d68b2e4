import { toCodeUnit } from '@/lib/text/article-text';
import { checkQuotations } from '@/lib/quotes/check-quotations';
import type { ChangeKind } from '@/lib/quotes/classify-change';
import type { Finding, Rule } from '../suggestion';

/** Words between quotation marks that are not what the source that fits best has there. */
export const misquotation: Rule = {
  id: 'misquotation',
  version: 3,
  tag: 'misquote',
  on: true,
  *find({ text }, { sources }): Generator<Finding> {
    for (const check of checkQuotations(
      text,
      sources.map((source) => source.text),
    )) {
      if (check.source === null) continue;
      const { title } = sources[check.source]!;
      for (const { kind, span, said } of check.changes) {
        yield {
          from: toCodeUnit(text, span.start),
          to: toCodeUnit(text, span.end),
          value: valueOf(kind),
          correction: said,
          message: `${SENTENCES[kind]} “${title}” has ${said === '' ? 'nothing there' : `“${said}”`}.`,
          confidence: check.shareVerbatim >= SURE_SHARE ? 'high' : 'medium',
        };
      }
    }
  },
};

/** From this share on there is no doubt which passage is quoted. */
const SURE_SHARE = 0.7;

const valueOf = (kind: ChangeKind): string =>
  kind === 'negation' ? 'meaning' : kind === 'omission' || kind === 'insertion' ? kind : 'wording';

const SENTENCES: Readonly<Record<ChangeKind, string>> = {
  number: 'The number differs:',
  negation: 'A negation is lost or put in:',
  name: 'The name differs:',
  title: 'The title differs:',
  'tense or modal': 'Tense or certainty differs:',
  'function word': 'A small word differs:',
  spelling: 'The spelling differs:',
  omission: 'Words are left out:',
  insertion: 'Words are put in:',
  wording: 'The wording differs:',
};
