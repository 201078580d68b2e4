import type { NewEvidence } from '@/lib/contract/evidence';

export type EvidenceRelation = NewEvidence['relation'];

const FIRST_WORD = /^(https?:\/\/\S+|www\.\S+)\s*([^]*)$/iu;

/** What is wrong with something that begins as a link, as a sentence; null for a sound link, and for notes. */
export function findLinkFlaw(typed: string): string | null {
  const [link = ''] = typed.trim().split(/\s/u);
  if (!/^(?:https?:|www\.)/iu.test(link)) return null;
  const evidence = readEvidence(link, 'supports');
  return evidence?.url !== undefined && /^https?:\/\/[^/]/iu.test(evidence.url)
    ? null
    : `“${link}” is no link that can be opened. Give a full one, such as https://example.org/page, without name and password; or begin with a word to make it a note.`;
}

/**
 * What somebody typed as evidence: a link, a note, or a link with a note behind it; null for nothing. A link that
 * begins with `www.` is completed; what only looks like one is a note.
 */
export function readEvidence(typed: string, relation: EvidenceRelation): NewEvidence | null {
  const text = typed.trim();
  if (text === '') return null;
  const [, link = '', rest = ''] = FIRST_WORD.exec(text) ?? [];
  const url = URL.parse(/^www\./iu.test(link) ? `https://${link}` : link);
  if (!url || url.username !== '') return { note: text, relation };
  const note = rest.trim();
  return { url: url.href, relation, ...(note === '' ? {} : { note }) };
}
