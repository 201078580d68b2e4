import type { ReadingView } from '@/lib/contract/reading';
import { NO_FACTS, type SourceFacts } from './source-facts';

/** A source that is being written; the desk keeps it while its pane is closed. */
export interface SourceDraft {
  readonly facts: SourceFacts;
  readonly text: string;
  /** The text that a reading has taken the place of; null where it took none. */
  readonly replaced: string | null;
}

export const NO_DRAFT: SourceDraft = { facts: NO_FACTS, text: '', replaced: null };

export const isEmpty = ({ facts, text }: SourceDraft): boolean =>
  text.trim() === '' &&
  Object.entries(NO_FACTS).every(([name, value]) => facts[name as keyof SourceFacts] === value);

/** The draft with what was read. What somebody typed about the source stays; only what is empty is filled in. */
export const withReading = ({ facts, text, replaced }: SourceDraft, read: ReadingView): SourceDraft => ({
  text: read.text,
  // Of several readings the first took the place of what somebody wrote.
  replaced: replaced ?? (text.trim() === '' ? null : text),
  facts: {
    ...facts,
    title: facts.title || (read.title ?? ''),
    author: facts.author || (read.author ?? ''),
    publisher: facts.publisher || (read.publisher ?? ''),
    url: facts.url || (read.url ?? ''),
    accessed: facts.accessed || (read.accessedAt?.slice(0, 10) ?? ''),
    published: facts.published || (read.publishedAt?.slice(0, 10) ?? ''),
  },
});
