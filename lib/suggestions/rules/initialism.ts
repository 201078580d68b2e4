import type { Analysis } from '../analysis';
import type { Finding, Rule } from '../suggestion';

/** What everybody reads without having it spelled out. */
const WELL_KNOWN = new Set(
  `AI AIDS AM BBC CCTV CD CEO CIA CNN CV DIY DNA DVD ER EU FAQ FBI GDP GMT GP GPS HIV HR ID IOU IQ IT LED MBA MP MPs MRI
  NASA NATO NBA NHL NFL OK OPEC PC PDF PE PIN PM PR PS RAF RNA SARS SMS SOS SUV TNT TV UFO UK UN UNESCO UNICEF US USA
  USB UTC VAT VIP VIPs WHO WWF BC AD BCE CE II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX XXI`.split(
    /\s+/,
  ),
);

const INITIALS = /^\p{Lu}{2,6}s?$/u;

/** Initials that the text never spells out: the first place. */
export const initialism: Rule = {
  id: 'initialism',
  version: 1,
  tag: 'unclear',
  on: false,
  *find(analysis): Generator<Finding> {
    const seen = new Set<string>();
    let expansions: ReadonlySet<string> | null = null;
    for (const { text, from, to, sentence } of analysis.words) {
      if (!INITIALS.test(text) || WELL_KNOWN.has(text) || seen.has(text)) continue;
      if (analysis.sentences[sentence]!.headline) continue;
      seen.add(text);
      expansions ??= expansionsIn(analysis);
      const letters = text.replace(/s$/u, '');
      // "(HRB)" behind its words, or "HRB (the Harbour River Board)".
      if (expansions.has(letters) || /^ \(/u.test(analysis.value.slice(to, to + 2))) continue;
      if (isPartOfDesignator(analysis.value, from, to)) continue;
      yield {
        ...{ from, to, value: text, correction: null },
        message: `“${text}” is never spelled out.`,
        confidence: 'medium',
      };
    }
  },
};

const isPartOfDesignator = (value: string, from: number, to: number): boolean =>
  /[\p{N}/-]/u.test(value.charAt(from - 1)) || /^ ?[-/]?\p{N}/u.test(value.slice(to, to + 3));

const SMALL = /^(?:of|the|for|and|in|on|at|de|la|du|des|et)$/u;
const MOST_WORDS = 8;

/** The first letters of every run of words that begins and ends with a capital, small words counted and left out. */
function expansionsIn({ words, value }: Analysis): ReadonlySet<string> {
  const found = new Set<string>();
  for (let first = 0; first < words.length; first += 1) {
    if (!/^\p{Lu}/u.test(words[first]!.text)) continue;
    let [short, long] = ['', ''];
    for (let at = first; at < Math.min(words.length, first + MOST_WORDS); at += 1) {
      const { text } = words[at]!;
      if (at > first && !/^[ \u00a0-]$/u.test(value.slice(words[at - 1]!.to, words[at]!.from))) break;
      for (const part of text.split(/[-‐‑]/u)) {
        const letter = part.charAt(0).toUpperCase();
        long += letter;
        if (!SMALL.test(part)) short += letter;
      }
      if (short.length > 1) found.add(short).add(long);
    }
  }
  return found;
}
