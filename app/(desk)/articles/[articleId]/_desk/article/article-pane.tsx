'use client';

import { Fragment, useLayoutEffect, useMemo, useRef } from 'react';
import { Notice } from '@/app/_ui/error-state';
import { Time } from '@/app/_ui/time';
import { copyExactly } from '@/lib/dom/copy-exactly';
import { observePointer } from '@/lib/dom/observe-pointer';
import { observeSelection } from '@/lib/dom/observe-selection';
import { keepPlace } from '@/lib/dom/keep-place';
import { settleReserve } from '@/lib/dom/settle-reserve';
import { isLong } from '@/lib/text/sections';
import { countWords, estimateWords } from '@/lib/text/words';
import type { DeskModel } from '../model/desk-model';
import { hitMarks } from '../model/hit-marks';
import { leaveTagLine, selectPassage } from '../model/marking';
import { useDesk, useDeskState } from '../model/use-desk';
import { TagLine } from '../tag-line/tag-line';
import { AdjustHandles } from './adjust-handles';
import { ArticleText } from './article-text';
import { MarksHereList } from './marks-here';
import { TextCaret } from './text-caret';
import { onTextKey } from './text-keys';
import { ARTICLE_ID } from './use-placement';

/** The article with everything that is laid over it. */
export function ArticlePane() {
  const desk = useDesk();
  const root = useRef<HTMLElement>(null);
  const altered = useDeskState((state) => state.pageAltered);
  const painting = useDeskState((state) => state.painting);
  useLayoutEffect(() => (root.current ? attach(desk, root.current) : undefined), [desk, painting]);
  return (
    <main
      id={ARTICLE_ID}
      className="desk-article"
      onKeyDown={(event) => keyInText(desk, root.current, event)}
    >
      <ArticleHead />
      {altered ? (
        <Notice tone="warn" title="Something has changed the words on this page" live>
          A translator or an extension has rewritten the article in this browser, so nothing can be marked
          here. Switch it off for this page and load it again.
        </Notice>
      ) : null}
      <ArticleText ref={root} text={desk.data.text} title={desk.data.article.title} />
      <TextCaret />
      <AdjustHandles />
      <MarksHereList />
      <TagLine />
    </main>
  );
}

function keyInText(desk: DeskModel, root: HTMLElement | null, event: React.KeyboardEvent): void {
  if (event.target === root) onTextKey(desk, event);
}

/** What is known of the article. Its headline and standfirst are the text's own first paragraphs. */
function ArticleHead() {
  const desk = useDesk();
  const { title, byline, publishedAt, url, phase } = desk.data.article;
  const words = useMemo(() => sayWords(desk), [desk]);
  const first = desk.data.text.trimStart().split('\n', 1)[0]?.trim();
  const facts = [
    byline,
    publishedAt === null ? null : <Time key="date" value={publishedAt} form="date" />,
    words,
    phase === null ? null : `${phase} publication`,
    url === null ? null : (
      <a key="url" href={url} target="_blank" rel="noreferrer noopener" className="link">
        {new URL(url).hostname}
      </a>
    ),
  ].filter((fact) => fact !== null);
  return (
    <header className="article-head">
      <h1 className={first === title.trim() ? 'sr-only' : 'headline article-title'}>{title}</h1>
      <p className="article-facts">
        {facts.map((fact, index) => (
          <Fragment key={index}>
            {index === 0 ? null : <span aria-hidden> · </span>}
            {fact}
          </Fragment>
        ))}
      </p>
    </header>
  );
}

/** To count the words of a book would keep its first page waiting. */
const sayWords = ({ text }: DeskModel): string =>
  isLong(text)
    ? `about ${(Math.round(estimateWords(text) / 1_000) * 1_000).toLocaleString('en')} words`
    : `${countWords(text).toLocaleString('en')} words`;

/** Ties the desk to the text on the page: painting, selecting, pointing. */
function attach(desk: DeskModel, root: HTMLElement): () => void {
  const detach = desk.attach(root);
  const { page, painter } = desk;
  if (!page || !painter) return detach;
  const stopSelecting = observeSelection(page, {
    onSettled: (span, by) => selectPassage(desk, span, by),
    onClick: (event) => {
      if (desk.state.get().composer?.kind === 'new') leaveTagLine(desk);
      hitMarks(desk, event);
    },
  });
  const stopPointing = observePointer(page, painter, (hits) => {
    desk.state.set({ hover: hits[0]?.id ?? null });
  });
  const stopSettling = settleReserve(page);
  const stopKeeping = keepPlace(page);
  const stopCopying = copyExactly(page);
  return () => {
    stopCopying();
    stopKeeping();
    stopSettling();
    stopPointing();
    stopSelecting();
    detach();
  };
}
