'use client';

import { useSyncExternalStore } from 'react';

/** `wide` has room for rail, text and margin; `middle` for text and margin; `narrow` for the text. */
export type Width = 'wide' | 'middle' | 'narrow';

const WIDE = '(min-width: 76rem)';
const MIDDLE = '(min-width: 56rem)';

function read(): Width {
  if (window.matchMedia(WIDE).matches) return 'wide';
  return window.matchMedia(MIDDLE).matches ? 'middle' : 'narrow';
}

function subscribe(listener: () => void): () => void {
  const queries = [window.matchMedia(WIDE), window.matchMedia(MIDDLE)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

/** How much room there is; the server, which cannot know, lays out for a wide window and leaves the rest to CSS. */
export const useWidth = (): Width => useSyncExternalStore(subscribe, read, () => 'wide');
