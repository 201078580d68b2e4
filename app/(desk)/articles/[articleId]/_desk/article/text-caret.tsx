'use client';

import { useMemo, useRef } from 'react';
import { caretBox } from '@/lib/dom/measure';
import type { Caret } from '../model/desk-state';
import { useDeskState } from '../model/use-desk';
import { usePlacement, type Put } from './use-placement';

/** The caret of the keyboard, drawn by us: text that is not edited has none of its own. */
export function TextCaret() {
  const caret = useDeskState((state) => state.caret);
  return caret ? <Drawn caret={caret} /> : null;
}

function Drawn({ caret }: { readonly caret: Caret }) {
  const ref = useRef<HTMLSpanElement>(null);
  const at = useMemo(() => ({ start: caret.at, end: caret.at }), [caret.at]);
  usePlacement(ref, at, put);
  return <span key={caret.at} ref={ref} aria-hidden data-testid="text-caret" className="text-caret" />;
}

const put: Put = (element, page, { start }, frame) => {
  const box = caretBox(page, start, 'on');
  if (!box) return;
  element.style.height = `${box.bottom - box.top}px`;
  element.style.translate = `${box.left - frame.left}px ${box.top - frame.top}px`;
};
