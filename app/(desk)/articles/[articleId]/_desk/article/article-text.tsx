import { memo, type Ref } from 'react';
import { createArticleText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';

export interface ArticleTextProps {
  readonly text: string;
  readonly title: string;
  readonly ref: Ref<HTMLElement>;
}

/**
 * The article, rendered once: one element a paragraph, one text node in it, nothing else. Marks never touch it. A first
 * paragraph that is the title looks like one, and can be marked like any other.
 */
export const ArticleText = memo(function ArticleText({ text, title, ref }: ArticleTextProps) {
  return (
    <section
      ref={ref}
      id="article-text"
      aria-label="Article text"
      tabIndex={0}
      translate="no"
      className="article-text notranslate"
    >
      {paragraphsOf(createArticleText(text)).map(({ number, start, unitStart, unitEnd }) => {
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
      })}
    </section>
  );
});
