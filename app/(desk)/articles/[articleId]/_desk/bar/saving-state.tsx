'use client';

import { SavingBadge, useOutbox } from '@/app/_ui/saving-badge';
import { useDesk } from '../model/use-desk';

/** Whether everything is saved: always in view. */
export function SavingState() {
  const desk = useDesk();
  const state = useOutbox(desk.sync.outbox);
  return <SavingBadge state={state} onClick={() => desk.state.set({ overlay: 'unsaved' })} />;
}
