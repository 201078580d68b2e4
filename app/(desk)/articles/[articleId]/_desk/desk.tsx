'use client';

import { useEffect, useState } from 'react';
import { SkipLink } from '@/app/_ui/top-bar';
import { afterFrame } from '@/lib/dom/after-frame';
import { ArticlePane } from './article/article-pane';
import { DeskBar } from './bar/desk-bar';
import { FootBar } from './bar/foot-bar';
import { useKeys } from './keys/use-keys';
import { CheckingPlace } from './checking/checking-place';
import { LateWindows } from './late-windows';
import { CardSheet } from './margin/card-sheet';
import { Margin } from './margin/margin';
import { awaitMarks } from './model/await-marks';
import type { DeskData } from './model/desk-data';
import { DeskModel } from './model/desk-model';
import { openFromAddress } from './model/opening';
import { readPainting } from './model/painting';
import { useWidth } from './model/use-width';
import { watchOthers } from './model/watch-others';
import { watchRefusals } from './model/watch-refusals';
import { DeskContext, useDesk, useDeskState } from './model/use-desk';
import { Rail } from './rail/rail';

/** The desk: an article, its marks, and what a person does with them. */
export function Desk({ data }: { readonly data: DeskData }) {
  const [desk] = useState(() => new DeskModel(data));
  return (
    <DeskContext value={desk}>
      <DeskScreen />
    </DeskContext>
  );
}

function DeskScreen() {
  const desk = useDesk();
  const width = useWidth();
  const checking = useDeskState((state) => state.pane !== null);
  useKeys(desk);
  useEffect(() => readPainting(desk), [desk]);
  useEffect(() => awaitMarks(desk), [desk]);
  useEffect(() => watchRefusals(desk), [desk]);
  return (
    <div className="desk">
      <SkipLink href="#article-text" />
      <DeskBar />
      <div className="desk-body" data-checking={checking || undefined}>
        {width !== 'wide' ? null : (
          <nav aria-label="Filters" className="desk-rail">
            <Rail />
          </nav>
        )}
        <ArticlePane />
        {checking ? <CheckingPlace /> : width === 'narrow' ? null : <Margin />}
      </div>
      {width === 'narrow' && !checking ? <CardSheet /> : null}
      <FootBar />
      <LateWindows />
      <WithMarks />
      <Said />
    </div>
  );
}

/** What begins once the marks are here. Apart, because the whole screen would render with it. */
function WithMarks() {
  const desk = useDesk();
  const coming = useDeskState((state) => state.marks === 'coming');
  useEffect(() => {
    if (coming) return;
    // The marks are seen first.
    let stop = afterFrame(() => (stop = watchOthers(desk)));
    return () => stop();
  }, [desk, coming]);
  useEffect(() => {
    if (coming) return;
    const open = (): void => openFromAddress(desk);
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [desk, coming]);
  return null;
}

/** What is said to assistive technology and nobody sees. */
function Said() {
  const { text, count } = useDeskState((state) => state.said);
  return (
    <div aria-live="polite" className="sr-only" data-testid="said">
      <span key={count}>{text}</span>
    </div>
  );
}
