import type { NewAnnotation } from '@/lib/contract/annotation';
import type { NewDecision } from '@/lib/contract/decision';

/** A mark of the demo: where it stands, what it says, who made it and what became of it. */
export interface DemoMark {
  readonly name: string;
  readonly by: 'reviewer' | 'editor';
  /** The words to mark; they stand in the text once. */
  readonly quote: string;
  readonly says: Omit<NewAnnotation, 'versionId' | 'start' | 'end' | 'exact'>;
  readonly decision?: NewDecision;
}

/**
 * Marks of every kind: open, accepted, rejected and sic; nested, crossing and with the same span. The rocket's name and the
 * statement's paragraphs are left for whoever takes the tour.
 */
export const DEMO_MARKS: readonly DemoMark[] = [
  {
    name: 'credit',
    by: 'reviewer',
    quote: 'Photo credit: Sean Costello / SpaceFlight Insider',
    says: { tag: 'structure', value: 'credit', note: 'Belongs to the picture, not to the first paragraph.' },
  },
  {
    name: 'space station',
    by: 'reviewer',
    quote: 'international space station',
    says: {
      tag: 'case',
      value: 'international space station',
      correction: 'International Space Station',
      note: 'Capitalised in the caption above.',
    },
    decision: { verdict: 'accepted' },
  },
  {
    name: 'abbreviation',
    by: 'reviewer',
    quote: 'about ISS operations',
    says: { tag: 'style', value: 'abbreviation', note: 'Not spelled out before.' },
    decision: { verdict: 'sic', reason: 'Our readers know the ISS.' },
  },
  {
    name: 'crew launched',
    by: 'reviewer',
    quote: 'visited the space Soyuz MS -09',
    says: {
      tag: 'meaning',
      value: 'mistranslation',
      correction: 'launched in the Soyuz MS-09 spacecraft',
      note: 'They did not visit the spacecraft, they flew in it.',
      evidenceUrl: 'https://en.wikipedia.org/wiki/Soyuz_MS-09',
    },
  },
  {
    name: 'spacing',
    by: 'reviewer',
    quote: 'MS -09',
    says: { tag: 'punct', value: 'spacing', correction: 'MS-09' },
  },
  {
    name: 'astronaut',
    by: 'reviewer',
    quote: 'Serena Aunon-Chancellor',
    says: {
      tag: 'name',
      value: 'Serena Aunon-Chancellor',
      correction: 'Serena Auñón-Chancellor',
      evidenceUrl: 'https://en.wikipedia.org/wiki/Serena_Au%C3%B1%C3%B3n-Chancellor',
    },
    decision: { verdict: 'accepted' },
  },
  {
    name: 'two full stops',
    by: 'reviewer',
    quote: 'complete. .',
    says: { tag: 'punct', value: 'full stop', correction: 'complete.' },
    decision: { verdict: 'accepted' },
  },
  {
    name: 'broken sentence',
    by: 'reviewer',
    quote: 'launch. Soyuz spacecraft',
    says: {
      tag: 'punct',
      value: 'full stop',
      correction: 'launch of the Soyuz spacecraft with',
      note: 'One sentence that was cut in two.',
    },
  },
  {
    name: 'fragment',
    by: 'editor',
    quote: 'Soyuz spacecraft Nick Hague and Russian cosmonaut Alexy Ovchinin.',
    says: { tag: 'grammar', value: 'fragment', note: 'Who does what? Compare with the statement.' },
  },
  {
    name: 'cosmonaut',
    by: 'reviewer',
    quote: 'Alexy Ovchinin',
    says: { tag: 'name', value: 'Alexy Ovchinin', correction: 'Aleksey Ovchinin' },
  },
  {
    name: 'which spelling',
    by: 'editor',
    quote: 'Alexy Ovchinin',
    says: { tag: 'query', value: 'to writer', note: 'Which transliteration do we use for Russian names?' },
  },
  {
    name: 'micrometeoroid',
    by: 'reviewer',
    quote: 'micrometreoid',
    says: { tag: 'spelling', value: 'micrometreoid', correction: 'micrometeoroid' },
    decision: { verdict: 'accepted' },
  },
  {
    name: 'spoken words',
    by: 'reviewer',
    quote: '"This was done by one hand human – there are traces of drilling sliding along the surface.',
    says: { tag: 'quote', value: 'Dmitry Rogozin, as reported by TASS', state: 'unchecked' },
  },
  {
    name: 'word order',
    by: 'reviewer',
    quote: 'one hand human',
    says: { tag: 'grammar', value: 'word order', correction: 'a human hand' },
    decision: {
      verdict: 'rejected',
      reason: 'Inside a quotation: first find out what was said, then mark a misquotation.',
    },
  },
];
