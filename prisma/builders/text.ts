import { between, pick, seeded } from './random';

const WORDS = [
  'harbour',
  'bridge',
  'minister',
  'opened',
  'in',
  'March',
  'the',
  'report',
  'said',
  'spokeswoman',
  'for',
  'council',
  'leak',
  'orbital',
  'module',
  '1,204',
  'people',
  'naïve',
  'café',
  '東京',
  'мост',
  'שלום',
  '👩🏽‍🚀',
  '🇳🇴',
  'Ångström',
  'and',
  'without',
  'probe',
  'station',
  'crew',
  'of',
  'September',
  'statement',
  'e\u0301tude',
  'हिन्दी',
  '각',
] as const;

/** Paragraphs of made-up prose in several scripts, with emoji and combining marks; the same for the same seed. */
export function buildText({ seed = 1, paragraphs = 6, words = 40 } = {}): string {
  const random = seeded(seed);
  return Array.from({ length: paragraphs }, () => {
    const chosen = Array.from({ length: between(random, Math.ceil(words / 2), words) }, () =>
      pick(random, WORDS),
    );
    return `${chosen.join(' ')}.`;
  }).join('\n\n');
}
