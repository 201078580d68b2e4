'use client';

import { lazy, useSyncExternalStore, type ComponentType, type LazyExoticComponent } from 'react';

const PAUSE = 2_000;

/**
 * A component that is fetched apart from the page, when it is first rendered. A line that is down is waited for, so
 * rendering it suspends and never throws.
 */
export const late = <Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    for (;;) {
      try {
        return { default: await load() };
      } catch {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  });

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'touchstart', 'scroll'] as const;
let somebody = false;

function subscribe(listener: () => void): () => void {
  const ending = new AbortController();
  const noticed = (): void => {
    somebody = true;
    ending.abort();
    listener();
  };
  for (const sign of SIGNS) {
    window.addEventListener(sign, noticed, { passive: true, capture: true, signal: ending.signal });
  }
  return () => ending.abort();
}

/**
 * Whether somebody has moved, typed or touched yet: the time to fetch what a page needs for working, after what it
 * needs for reading.
 */
export const useSomebody = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => somebody,
    () => false,
  );
