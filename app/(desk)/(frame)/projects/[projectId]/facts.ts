import type { ArticleView } from '@/lib/contract/article';

/** The facts of an article as a form holds them: everything is text. */
export interface Facts {
  readonly title: string;
  readonly byline: string;
  readonly url: string;
  /** As `datetime-local` writes it, in the reader's own zone. */
  readonly publishedAt: string;
  readonly phase: 'unknown' | 'before' | 'after';
}

export const NO_FACTS: Facts = { title: '', byline: '', url: '', publishedAt: '', phase: 'unknown' };

export const factsOf = (article: ArticleView): Facts => ({
  title: article.title,
  byline: article.byline ?? '',
  url: article.url ?? '',
  publishedAt: article.publishedAt === null ? '' : toLocalInput(new Date(article.publishedAt)),
  phase: article.phase ?? 'unknown',
});

/** What travels, the title aside; an empty field is no fact. */
export const factsBody = (facts: Facts) => ({
  byline: facts.byline.trim() || null,
  url: facts.url.trim() || null,
  publishedAt: facts.publishedAt === '' ? null : new Date(facts.publishedAt).toISOString(),
  phase: facts.phase === 'unknown' ? null : facts.phase,
});

const two = (part: number): string => String(part).padStart(2, '0');

const toLocalInput = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
  `T${two(date.getHours())}:${two(date.getMinutes())}`;
