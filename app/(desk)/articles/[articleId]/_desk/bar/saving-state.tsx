'use client';

import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { cx } from '@/app/_ui/class-names';
import type { OutboxState } from '@/lib/sync/outbox';
import { useDesk } from '../model/use-desk';

/** What is on its way and whether it arrives. */
export function useOutbox(): OutboxState {
  const { outbox } = useDesk().sync;
  const read = (): OutboxState => outbox.state;
  return useSyncExternalStore((listener) => outbox.subscribe(listener), read, read);
}

/** Whether everything is saved: always in view. Pressed, it says more. */
export function SavingState() {
  const desk = useDesk();
  const state = useOutbox();
  const words = sayState(state);
  return (
    <button
      type="button"
      aria-label={`${words}, details`}
      className={cx(
        'flex h-8 items-center gap-1.5 rounded-md px-2 text-[0.8125rem] whitespace-nowrap hover:bg-hover pointer-coarse:h-11',
        state.phase === 'needs-you' ? 'bg-danger-soft font-semibold text-danger' : 'text-muted',
        state.phase === 'offline' && 'bg-warn-soft text-warn',
      )}
      onClick={() => desk.state.set({ overlay: 'unsaved' })}
    >
      <Icon phase={state.phase} />
      <span role="status" className={cx(state.phase === 'saved' && 'hidden md:inline')}>
        {words}
      </span>
    </button>
  );
}

function Icon({ phase }: { readonly phase: OutboxState['phase'] }) {
  switch (phase) {
    case 'saved':
      return <Check aria-hidden className="size-4 text-ok" />;
    case 'saving':
      return <LoaderCircle aria-hidden className="size-4 animate-spin" />;
    case 'offline':
      return <CloudOff aria-hidden className="size-4" />;
    case 'needs-you':
      return <TriangleAlert aria-hidden className="size-4" />;
  }
}

export function sayState({ phase, waiting }: OutboxState): string {
  switch (phase) {
    case 'saved':
      return 'saved';
    case 'saving':
      return `saving ${waiting}`;
    case 'offline':
      return `offline, ${waiting} waiting`;
    case 'needs-you':
      return 'needs you';
  }
}
