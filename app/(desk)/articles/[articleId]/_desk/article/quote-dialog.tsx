'use client';

import { useMemo, useState } from 'react';
import { bringIntoView } from '@/lib/dom/bring-into-view';
import type { Span } from '@/lib/text/offsets';
import { DeskDialog } from '../model/desk-dialog';
import type { DeskModel } from '../model/desk-model';
import { findQuotation, FOUND_MAX } from '../model/find-quotation';
import { selectPassage } from '../model/marking';
import { count } from '../model/say-mark';
import { useDesk } from '../model/use-desk';
import { usePassages } from '../model/use-passages';
import { useOptionList } from '../model/use-option-list';
import { Excerpt } from './excerpt';

/** Selects by typing what stands there: for people whose screen reader keeps a cursor of its own, and for all others. */
export function QuoteDialog() {
  return (
    <DeskDialog
      name="quote"
      title="Mark by quote"
      description="Type some words of the article and choose the place. Case, quotation marks and dashes need not match."
    >
      <Finder />
    </DeskDialog>
  );
}

function Finder() {
  const desk = useDesk();
  const [typed, setTyped] = useState('');
  const { spans, exact } = useMemo(() => findQuotation(desk.text, typed), [desk, typed]);
  const list = useOptionList(spans, 0, typed);
  usePassages('found', spans);
  const pick = (found: Span | undefined): void => {
    if (!found) return;
    desk.state.set({ overlay: null });
    selectPassage(desk, found, 'keyboard');
    showPassage(desk, found);
  };
  return (
    <>
      <label htmlFor="quote-input" className="mb-1.5 block text-sm font-medium">
        Words of the article
      </label>
      <input
        {...list.inputProps}
        id="quote-input"
        autoFocus
        className="control font-serif !text-base"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (list.onKey(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          pick(list.picked);
        }}
      />
      <p role="status" className="mt-1.5 min-h-5 text-[0.8125rem] text-muted">
        {sayFound(typed, spans.length, exact)}
      </p>
      <ul {...list.listProps} aria-label="Places" className="-mx-2 max-h-80 overflow-y-auto">
        {spans.map((found, index) => (
          <li
            key={`${found.start}-${found.end}`}
            {...list.optionProps(index)}
            className="cursor-default rounded-md px-2 py-1.5 font-serif aria-selected:bg-hover"
            onClick={() => pick(found)}
          >
            <Excerpt found={found} />
          </li>
        ))}
      </ul>
    </>
  );
}

function sayFound(typed: string, found: number, exact: boolean): string {
  if (typed.trim() === '') return '';
  if (found === 0) return 'That stands nowhere in the article.';
  if (!exact) return `Not word for word. ${count(found, 'place comes', 'places come')} near it.`;
  return found === FOUND_MAX ? `The first ${FOUND_MAX} places.` : count(found, 'place');
}

function showPassage({ page }: DeskModel, span: Span): void {
  if (page) bringIntoView(page, span);
}
