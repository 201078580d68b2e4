'use client';

import { useSyncExternalStore } from 'react';
import { readTheme, THEME_COOKIE, type Theme } from './theme';

const YEAR = 365 * 24 * 60 * 60;
const listeners = new Set<() => void>();

const current = (): Theme => readTheme(document.documentElement.dataset.theme);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(theme: Theme): void {
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

/** The chosen theme of this browser and the way to change it. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, current, () => 'system'), choose];
}
