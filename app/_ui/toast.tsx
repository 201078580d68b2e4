'use client';

import { Suspense, useSyncExternalStore } from 'react';
import type { toast } from 'sonner';
import { sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { late, useSomebody } from './late';

type Show = typeof toast;

let show: Show | null = null;
let waiting: ((show: Show) => void)[] = [];
const listeners = new Set<() => void>();

function ready(how: Show): void {
  show = how;
  const told = waiting;
  waiting = [];
  for (const tell of told) tell(how);
}

/** Says it now, or as soon as messages can be shown. */
function say(tell: (show: Show) => void): void {
  if (show) return tell(show);
  waiting = [...waiting, tell];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const Messages = late(async () => (await import('./toaster')).default);

/** Where messages appear: below, out of the text's way. Rendered once, by the layout. */
export function Toaster() {
  const somebody = useSomebody();
  const wanted = useSyncExternalStore(
    subscribe,
    () => waiting.length > 0,
    () => false,
  );
  return somebody || wanted || show !== null ? (
    <Suspense>
      <Messages onReady={ready} />
    </Suspense>
  ) : null;
}

export interface Undo {
  readonly label?: string;
  readonly run: () => void;
}

/** It is done; with `undo`, a button takes it back and the message stays longer. */
export const notifyDone = (message: string, undo?: Undo): void =>
  say((show) =>
    show.success(message, {
      duration: undo === undefined ? 4_000 : 10_000,
      ...(undo === undefined ? {} : { action: { label: undo.label ?? 'Undo', onClick: undo.run } }),
    }),
  );

/** It was refused or did not arrive; stays until it has been read. */
export const notifyFailure = (failure: CallFailure | string): void =>
  say((show) =>
    show.error(typeof failure === 'string' ? failure : sayFailure(failure), { duration: 12_000 }),
  );

/** It waits for the person, and the button leads to where they can settle it. */
export const notifyConflict = (message: string, { label, run }: Required<Undo>): void =>
  say((show) => show.warning(message, { duration: 12_000, action: { label, onClick: run } }));

export const notify = (message: string): void => say((show) => show.info(message));
