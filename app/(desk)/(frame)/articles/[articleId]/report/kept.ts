import { useCallback, useSyncExternalStore } from 'react';

/** What this browser would not store, for as long as the page lives. */
const unstored = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * A text that this browser keeps under a name; `none` where it has none, and in the first picture, for the server knows
 * nothing of it.
 */
export function useKept(name: string, none: string): readonly [string, (text: string) => void] {
  const text = useSyncExternalStore(
    listen,
    () => read(name) ?? none,
    () => none,
  );
  const keep = useCallback((next: string) => write(name, next === none ? null : next), [name, none]);
  return [text, keep];
}

/**
 * Whether this browser has been asked what it keeps: not on the server, nor in the first picture. What is shown only
 * where it keeps nothing waits for that.
 */
export const useIsAsked = (): boolean =>
  useSyncExternalStore(
    listen,
    () => true,
    () => false,
  );

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('storage', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}

function read(name: string): string | null {
  try {
    return unstored.get(name) ?? window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
    unstored.delete(name);
  } catch {
    if (text === null) unstored.delete(name);
    else unstored.set(name, text);
  }
  for (const tell of listeners) tell();
}
