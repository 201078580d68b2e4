import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation } from '@/lib/contract/operation';
import type { Problem } from '@/lib/contract/problem';

/** The article that work belongs to, and how a link to it reads. */
export interface ArticleRef {
  readonly id: string;
  readonly title: string;
}

/** An operation on its way, with all it takes to settle it, also after a reload and where its article is not open. */
export interface Work {
  /** Who did it: nobody else sends it. */
  readonly person: string;
  readonly article: ArticleRef;
  readonly operation: Operation;
  /** The annotation as the person saw it when they did this; null for one that was not there. */
  readonly base: AnnotationView | null;
  /** The annotation as they wanted it. */
  readonly wanted: AnnotationView | null;
}

/** What the server would not do: an operation, and those on the same annotation that counted on it. */
export interface Refusal {
  /** The id of the first operation. */
  readonly id: string;
  readonly person: string;
  readonly article: ArticleRef;
  readonly work: readonly [Work, ...Work[]];
  readonly problem: Problem;
}
