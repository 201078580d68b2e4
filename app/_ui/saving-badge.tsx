'use client';

import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useSyncExternalStore, type ComponentProps } from 'react';
import type { Outbox } from '@/lib/sync/outbox';
import { IDLE, type OutboxState } from '@/lib/sync/outbox-state';
import { cx } from './class-names';

/** What is on its way and whether it arrives. */
export function useOutbox(outbox: Outbox): OutboxState {
  return useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.state,
    () => IDLE,
  );
}

export interface SavingBadgeProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  readonly state: OutboxState;
}

/** Whether everything is saved, in a word or two. Pressed, it says more. */
export function SavingBadge({ state, className, ...rest }: SavingBadgeProps) {
  const words = sayState(state);
  const unsafe = state.unsafe > 0;
  return (
    <button
      {...rest}
      type="button"
      aria-label={`${words}, details`}
      className={cx(
        'flex h-8 items-center gap-1.5 rounded-md px-2 text-[0.8125rem] whitespace-nowrap hover:bg-hover pointer-coarse:h-11',
        state.phase === 'needs-you' ? 'bg-danger-soft font-semibold text-danger' : 'text-muted',
        state.phase !== 'needs-you' && (unsafe || state.phase === 'offline') && 'bg-warn-soft text-warn',
        className,
      )}
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

function sayState({ phase, waiting, unsafe }: OutboxState): string {
  const kept = unsafe > 0 ? ', not kept here' : '';
  switch (phase) {
    case 'saved':
      return 'saved';
    case 'saving':
      return `saving ${waiting}${kept}`;
    case 'offline':
      return `offline, ${waiting} waiting${kept}`;
    case 'needs-you':
      return `needs you${kept}`;
  }
}
