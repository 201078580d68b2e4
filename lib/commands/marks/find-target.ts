import { describeTarget } from '@/lib/annotation/describe-target';
import type { AnnotationView } from '@/lib/contract/annotation';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { notFound } from '@/lib/store/not-found';
import { createArticleText, sliceText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { passageKey, type Passage, type Workspace } from './workspace';

/** Code points fetched on either side of a span: the context, and room for the grapheme clusters at its ends. */
export const WINDOW_MARGIN = 160;

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

type Target = Pick<AnnotationView, 'start' | 'end' | 'exact' | 'prefix' | 'suffix'>;

/**
 * Both selectors of a span whose text was quoted as `exact`: the context is computed here, whatever the client thinks.
 * 404 for a version of another article, 422 beyond the end of the text, 409 `quote-mismatch` with what stands there.
 */
export function findTarget(
  { passages }: Pick<Workspace, 'passages'>,
  versionId: string,
  { start, end, exact }: Quoted,
): Outcome<Target> {
  const passage = passages.get(passageKey(versionId, start, end));
  if (passage === undefined) {
    const missing = notFound('version');
    return failure('not-found', missing.failure.detail, {
      errors: [{ field: 'versionId', message: 'Is no version of this article.' }],
    });
  }
  const target = targetIn(passage, { start, end, exact });
  if (target.ok || target.failure.current === undefined) return target;
  return failure(target.failure.code, target.failure.detail, {
    ...target.failure,
    current: { versionId, ...(target.failure.current as Quoted) },
  });
}

/** The same on a passage that is there. */
export function targetIn(passage: Passage, { start, end, exact }: Quoted): Outcome<Target> {
  if (end > passage.versionLength) {
    const message = `Lies beyond the text, which ends at ${passage.versionLength}.`;
    return failure('invalid-input', `end: ${message}`, { errors: [{ field: 'end', message }] });
  }
  const window = createArticleText(passage.window);
  const place = span(start - passage.from, end - passage.from);
  const stands = sliceText(window, place);
  if (stands !== exact) {
    return failure('quote-mismatch', 'The text at these offsets is not the quote; see what stands there.', {
      errors: [{ field: 'exact', message: 'Is not what stands there.' }],
      current: { start, end, exact: stands },
    });
  }
  const { quote } = describeTarget(window, place);
  return ok({ start, end, exact, prefix: quote.prefix, suffix: quote.suffix });
}
