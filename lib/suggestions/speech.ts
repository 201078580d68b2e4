import { SPEECH_VERBS } from '@/lib/quotes/attribution';
import { toCodeUnit } from '@/lib/text/article-text';
import type { Quotation } from '@/lib/quotes/quotation';
import type { Analysis } from './analysis';

const VERBS = `${SPEECH_VERBS}|called|reads|read|quoted|described`;
const BEFORE = new RegExp(String.raw`(?:\b(?:${VERBS})\b[^.!?]{0,60}|:)\s*$`, 'u');
const AFTER = new RegExp(String.raw`^[^.!?“"]{0,40}\b(?:${VERBS})\b`, 'u');
const REACH = 100;

/** Whether the words around a quotation say that somebody spoke or wrote it. */
export function isSpoken({ text, value }: Analysis, { start, end }: Quotation): boolean {
  const [from, to] = [toCodeUnit(text, start), toCodeUnit(text, end)];
  const lead = value.slice(Math.max(0, from - REACH), from);
  return (
    BEFORE.test(lead.slice(lead.lastIndexOf('\n') + 1)) ||
    AFTER.test(value.slice(to, to + REACH).split('\n')[0]!)
  );
}
