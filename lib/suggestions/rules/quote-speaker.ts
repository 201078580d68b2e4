import { SPEECH_VERBS } from '@/lib/quotes/attribution';
import { findQuotations } from '@/lib/quotes/find-quotations';
import { toCodeUnit } from '@/lib/text/article-text';
import type { Finding, Rule } from '../suggestion';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]*(?:\.? (?:(?:de|van|von|der|al|bin) )?\p{Lu}[\p{L}\p{M}’'-]*){0,4}`;
const VERB = String.raw`(?:${SPEECH_VERBS})`;
const DESCRIPTION = String.raw`(?:(?:the|its|their|his|her) [\p{L}\p{M}’' -]{2,50}?,? )?`;
const AFTER = new RegExp(
  String.raw`^[,.]? ?(?:(?:has |had |also |later )?${VERB} ${DESCRIPTION}(${NAME})|(?!${VERB}\b)(${NAME})(?:, [^,.!?“”]{2,60},)? (?:has |had |also |later )?${VERB}\b)`,
  'u',
);
const BEFORE = new RegExp(
  String.raw`(${NAME})(?:, [^,.!?“”]{2,60},)? (?:has |had |also |later )?${VERB}(?: (?:in|on|at|to|that)\b[^.!?“”]{0,40})?[:,]?\s?$`,
  'u',
);
const PRONOUN = /^(?:He|She|They|It|I|We|You|The|That|This|And|But)$/u;
const REACH = 140;

/** Quotations with whoever is named as their speaker beside them. */
export const quoteSpeaker: Rule = {
  id: 'quote-speaker',
  version: 1,
  tag: 'quote',
  on: false,
  *find({ text, value }): Generator<Finding> {
    for (const { start, end, depth } of findQuotations(text).quotations) {
      if (depth > 0) continue;
      const [from, to] = [toCodeUnit(text, start), toCodeUnit(text, end)];
      const behind = AFTER.exec(value.slice(to, to + REACH).split('\n')[0]!);
      const ahead = BEFORE.exec(
        value
          .slice(Math.max(0, from - REACH), from)
          .split('\n')
          .at(-1)!,
      );
      const speaker = behind?.[1] ?? behind?.[2] ?? ahead?.[1];
      if (speaker === undefined || PRONOUN.test(speaker)) continue;
      yield {
        ...{ from, to, value: speaker, correction: null },
        message: `${speaker} is named as the speaker.`,
        confidence: behind ? 'high' : 'medium',
      };
    }
  },
};
