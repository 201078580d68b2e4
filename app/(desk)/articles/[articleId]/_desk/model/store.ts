import { useSyncExternalStore } from 'react';

/** A value outside React that components read a part of. */
export interface Store<T> {
  readonly get: () => T;
  /** Lays the given fields over the value. */
  readonly set: (part: Partial<T>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (part) => {
      const keys = Object.keys(part) as (keyof T)[];
      if (keys.every((key) => Object.is(value[key], part[key]))) return;
      value = { ...value, ...part };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Renders again when the picked part becomes another value; `pick` answers what is stored, or a primitive. */
export function useStore<T extends object, Part>(store: Store<T>, pick: (value: T) => Part): Part {
  const read = (): Part => pick(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
