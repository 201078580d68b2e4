import { createArticleText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';

/** Long enough for a headline; the whole of a first paragraph would be no label. */
const TITLE_LENGTH = 120;

/** A label for an article nobody has named: its first paragraph, cut at a word where it is long. */
export function titleFrom(text: string): string {
  const [first] = paragraphsOf(createArticleText(text));
  const start = first === undefined ? '' : text.slice(first.unitStart, first.unitEnd).trimStart();
  // A paragraph may be two million characters long, a label is made of its first few.
  const line = start
    .slice(0, 20 * TITLE_LENGTH)
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= TITLE_LENGTH) return line === '' ? 'Untitled' : line;
  const cut = characters.slice(0, TITLE_LENGTH).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
