'use client';

import { Redo2, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '@/app/_ui/button';
import type { UndoState } from '@/lib/sync/undo-history';
import { useShortcut } from '../keys/use-shortcut';
import { redo, undo } from '../model/changing';
import { useDesk } from '../model/use-desk';

/** Takes the last thing back, or does it again; says what that is. */
export function UndoButtons() {
  const desk = useDesk();
  const { history } = desk.sync;
  const read = (): UndoState => history.state;
  const state = useSyncExternalStore((listener) => history.subscribe(listener), read, read);
  const keys = { undo: useShortcut('undo'), redo: useShortcut('redo') };
  return (
    <span className="flex">
      <IconButton
        label={state.undo === null ? 'Undo' : `Undo: ${state.undo}`}
        shortcut={keys.undo}
        disabled={state.undo === null}
        onClick={() => undo(desk)}
      >
        <Undo2 aria-hidden className="size-4" />
      </IconButton>
      <IconButton
        label={state.redo === null ? 'Redo' : `Redo: ${state.redo}`}
        shortcut={keys.redo}
        disabled={state.redo === null}
        onClick={() => redo(desk)}
      >
        <Redo2 aria-hidden className="size-4" />
      </IconButton>
    </span>
  );
}
