'use client';

import { useEffect } from 'react';
import { useLeaveWarning } from '@/app/_ui/use-leave-warning';
import { useDesk, useDeskState } from '../model/use-desk';
import { keepSourceDraft, keptSourceDraft } from './kept-source-draft';
import { isEmpty } from './source-draft';

/** Keeps the source that is being written over a look at another screen, and warns before the page itself is left. */
export function SourceDraftKept() {
  const desk = useDesk();
  useLeaveWarning(useDeskState(({ sourceDraft }) => sourceDraft !== null && !isEmpty(sourceDraft)));
  useEffect(() => {
    const { id } = desk.data.article;
    const kept = keptSourceDraft(id);
    if (kept !== null) desk.state.set({ sourceDraft: kept });
    return desk.state.subscribe(() => keepSourceDraft(id, desk.state.get().sourceDraft));
  }, [desk]);
  return null;
}
