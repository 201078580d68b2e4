import { changedFields } from '@/app/_ui/changed-fields';
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

/**
 * The body of a change to an article's facts; null where the form still says what it said at first. What it makes of a fact
 * that nobody touched is no change: it knows no seconds.
 */
export function factsChange(article: ArticleView, facts: Facts) {
  const body = (of: Facts) => ({ title: of.title, ...factsBody(of) });
  const changed = changedFields(body(factsOf(article)), body(facts));
  if (changed === null) return null;
  const names = Object.keys(changed.seen) as (keyof typeof changed.seen)[];
  return { ...changed, seen: Object.fromEntries(names.map((name) => [name, article[name]])) };
}

const two = (part: number): string => String(part).padStart(2, '0');

const toLocalInput = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
  `T${two(date.getHours())}:${two(date.getMinutes())}`;
