import { memo, type CSSProperties, type Ref } from 'react';
import { createArticleText } from '@/lib/text/article-text';
import { paragraphsOf, type Paragraph } from '@/lib/text/paragraphs';
import { isLong, sectionsOf } from '@/lib/text/sections';

export interface ArticleTextProps {
  readonly text: string;
  readonly title: string;
  readonly ref: Ref<HTMLElement>;
}

/**
 * The article, rendered once: one element a paragraph, one text node in it. Of a long one, sections far from the window are
 * not laid out; how high they will be follows from how many lines they have. A first paragraph that is the title looks like
 * one, and can be marked like any other.
 */
export const ArticleText = memo(function ArticleText({ text, title, ref }: ArticleTextProps) {
  const article = createArticleText(text);
  const paragraphs = paragraphsOf(article);
  return (
    <section
      ref={ref}
      id="article-text"
      aria-label="Article text"
      tabIndex={0}
      translate="no"
      className="article-text notranslate"
      data-long={isLong(article) || undefined}
    >
      {sectionsOf(article).map(({ first, end, lines }) => (
        <div
          key={first}
          data-section=""
          style={{ '--lines': lines, '--paragraphs': end - first } as CSSProperties}
        >
          {paragraphs.slice(first, end).map((paragraph) => paragraphOf(text, title, paragraph))}
        </div>
      ))}
    </section>
  );
});

function paragraphOf(text: string, title: string, { number, start, unitStart, unitEnd }: Paragraph) {
  const line = text.slice(unitStart, unitEnd);
  const headline = number === 1 && line.trim() === title.trim();
  return (
    <p
      key={number}
      dir="auto"
      data-start={start}
      data-number={number}
      className={headline ? 'article-headline' : undefined}
    >
      {line}
    </p>
  );
}
