'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconButton } from '@/app/_ui/button';
import { CHECKING_PANE_ID } from './pane-id';
import { PANE_TITLES } from '../model/desk-state';
import { closePane } from '../model/pane';
import { useDesk, useDeskState } from '../model/use-desk';
import { CoveragePane } from '../coverage/coverage-pane';
import { QuotesPane } from '../quotes/quotes-pane';
import { SourcesPane } from '../sources/sources-pane';
import { SuggestionsPane } from '../suggestions/suggestions-pane';

/** One of the panes, under its name. */
export default function CheckingPane() {
  const desk = useDesk();
  const kind = useDeskState((state) => state.pane?.kind ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [kind]);
  if (kind === null) return null;
  return (
    <div
      id={CHECKING_PANE_ID}
      className="flex min-h-full flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        closePane(desk);
      }}
    >
      <header className="checking-head">
        <h2 ref={heading} tabIndex={-1} className="headline text-lg outline-none">
          {PANE_TITLES[kind]}
        </h2>
        <IconButton label="Close the pane" className="ml-auto" onClick={() => closePane(desk)}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      </header>
      {kind === 'sources' ? <SourcesPane /> : null}
      {kind === 'coverage' ? <CoveragePane /> : null}
      {kind === 'quotes' ? <QuotesPane /> : null}
      {kind === 'suggestions' ? <SuggestionsPane /> : null}
    </div>
  );
}
