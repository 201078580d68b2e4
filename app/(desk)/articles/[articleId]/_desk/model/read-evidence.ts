import type { NewEvidence } from '@/lib/contract/evidence';

export type EvidenceRelation = NewEvidence['relation'];

const FIRST_WORD = /^(https?:\/\/\S+|www\.\S+)\s*([^]*)$/iu;

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
