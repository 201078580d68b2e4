'use client';

import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { observeSelection } from '@/lib/dom/observe-selection';
import { readRenderedText, type RenderedText } from '@/lib/dom/rendered-text';
import { createArticleText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { paintSpans } from '../checking/paint-spans';
import { useAllMarks } from '../model/use-desk';

export interface SourceTextProps {
  readonly sourceId: string;
  readonly text: string;
  /** The passage that is set off from the rest. */
  readonly shown: Span | null;
  readonly scrollTo: Span | null;
  readonly onSelect: (span: Span | null) => void;
}

/** The words of a source, with what marks rest on underlined. */
export function SourceText({ sourceId, text, shown, scrollTo, onSelect }: SourceTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<RenderedText | null>(null);
  const marks = useAllMarks();
  const cited = useMemo(
    () =>
      marks.flatMap(({ deletedAt, evidence }) =>
        evidence.flatMap(({ source, start, end }) =>
          deletedAt === null && source?.id === sourceId && start !== null && end !== null
            ? [span(start, end)]
            : [],
        ),
      ),
    [marks, sourceId],
  );
  useLayoutEffect(() => {
    const read = root.current && readRenderedText(root.current, text);
    if (read?.ok !== true) return;
    setPage(read.value);
    return observeSelection(read.value, { onSettled: onSelect, onClick: () => onSelect(null) });
  }, [text, onSelect]);
  useEffect(() => (page ? paintSpans(page, 'source-cited', cited) : undefined), [page, cited]);
  useEffect(() => (page && shown ? paintSpans(page, 'source-shown', [shown]) : undefined), [page, shown]);
  useEffect(() => {
    if (!page || !scrollTo) return;
    const at = page.paragraphs.findIndex(({ end }) => end >= scrollTo.start);
    page.elements[at]?.scrollIntoView({ block: 'center' });
  }, [page, scrollTo]);
  return (
    <div
      ref={root}
      role="region"
      aria-label="Text of the source"
      tabIndex={0}
      translate="no"
      className="source-text notranslate"
    >
      <Paragraphs text={text} />
    </div>
  );
}

/** Rendered once: what is painted over it never touches it. */
const Paragraphs = memo(function Paragraphs({ text }: { readonly text: string }) {
  return paragraphsOf(createArticleText(text)).map(({ number, start, unitStart, unitEnd }) => (
    <p key={number} dir="auto" data-start={start}>
      {text.slice(unitStart, unitEnd)}
    </p>
  ));
});
