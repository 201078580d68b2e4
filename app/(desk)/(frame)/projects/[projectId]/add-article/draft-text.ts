import { createArticleText, sliceText } from '@/lib/text/article-text';
import { checkText, type TextFailure } from '@/lib/text/check-text';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { countWords, estimateWords } from '@/lib/text/words';

/** A text on its way in: what it will be, or why it will not do. */
export type DraftText =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly failure: TextFailure }
  | {
      readonly kind: 'fine';
      readonly text: string;
      readonly paragraphs: number;
      readonly words: number;
      /** False where a long text was counted by its gaps, which is quick and nearly right. */
      readonly exact: boolean;
      /** Code points. */
      readonly characters: number;
      /** The first paragraphs, for the preview. */
      readonly opening: readonly { readonly number: number; readonly text: string }[];
    };

const PREVIEWED = 60;
/** In UTF-16 units: a paragraph of a megabyte would be laid out for nothing. */
const PREVIEWED_LENGTH = 3_000;
const TITLE_MAX = 300;

/** In code points. Beyond it, counting words by the rules of their language would be felt while typing. */
const COUNTED_EXACTLY = 100_000;

/** Checks and counts a text as the server will. */
export function draftText(raw: string): DraftText {
  if (raw === '') return { kind: 'none' };
  const checked = checkText(raw);
  if (!checked.ok) return { kind: 'refused', failure: checked.failure };
  const text = createArticleText(checked.value);
  const paragraphs = paragraphsOf(text);
  const exact = text.length <= COUNTED_EXACTLY;
  return {
    kind: 'fine',
    text: checked.value,
    paragraphs: paragraphs.length,
    words: exact ? countWords(text) : estimateWords(text),
    exact,
    characters: text.length,
    opening: paragraphs
      .slice(0, PREVIEWED)
      .map((paragraph) => ({ number: paragraph.number, text: beginningOf(sliceText(text, paragraph)) })),
  };
}

const beginningOf = (text: string): string =>
  text.length <= PREVIEWED_LENGTH ? text : `${text.slice(0, PREVIEWED_LENGTH).toWellFormed()}…`;

/** The title an article gets when nobody gives it one. */
export const titleFrom = (draft: DraftText): string =>
  draft.kind === 'fine' ? [...(draft.opening[0]?.text ?? '').trim()].slice(0, TITLE_MAX).join('').trim() : '';
