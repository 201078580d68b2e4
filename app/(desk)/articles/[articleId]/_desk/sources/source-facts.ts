import type { SourceView } from '@/lib/contract/source';

/** What is typed about a source; dates as a day, `2018-06-06`. */
export interface SourceFacts {
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly url: string;
  readonly archiveUrl: string;
  readonly published: string;
  readonly accessed: string;
  readonly kind: 'unknown' | 'primary' | 'secondary';
  readonly protected: boolean;
}

export const NO_FACTS: SourceFacts = {
  title: '',
  author: '',
  publisher: '',
  url: '',
  archiveUrl: '',
  published: '',
  accessed: '',
  kind: 'unknown',
  protected: false,
};

export const factsOf = (source: SourceView): SourceFacts => ({
  title: source.title,
  author: source.author ?? '',
  publisher: source.publisher ?? '',
  url: source.url ?? '',
  archiveUrl: source.archiveUrl ?? '',
  published: source.publishedAt?.slice(0, 10) ?? '',
  accessed: source.accessedAt?.slice(0, 10) ?? '',
  kind: source.kind ?? 'unknown',
  protected: source.protected,
});

/** As the API takes them: what is empty is null. */
export const factsToSend = (facts: SourceFacts) => ({
  author: orNull(facts.author),
  publisher: orNull(facts.publisher),
  url: orNull(facts.url),
  archiveUrl: orNull(facts.archiveUrl),
  publishedAt: dayOrNull(facts.published),
  accessedAt: dayOrNull(facts.accessed),
  kind: facts.kind === 'unknown' ? null : facts.kind,
  protected: facts.protected,
});

/** Only what was changed: a day on the form may stand for a time of it. */
export const changedFacts = (source: SourceView, facts: SourceFacts) => {
  const [was, is] = [factsOf(source), facts].map((each) => ({ title: each.title, ...factsToSend(each) }));
  return Object.fromEntries(
    Object.entries(is!).filter(([name, value]) => was![name as keyof typeof was] !== value),
  );
};

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
const dayOrNull = (day: string): string | null => (day === '' ? null : `${day}T00:00:00Z`);
