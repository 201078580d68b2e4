'use client';

import { useSyncExternalStore } from 'react';
import { useDesk } from '../model/use-desk';
import { actionOf, type ActionId } from './actions';
import { isMac, isSingleKey, sayKeys } from './say-keys';

const never = (): (() => void) => () => undefined;

/** Whether keys are those of a Mac; the server does not know and says no. */
export const useMac = (): boolean => useSyncExternalStore(never, isMac, () => false);

/** The first key of an action that this person can use, as it is printed; undefined when there is none. */
export function useShortcut(id: ActionId): string | undefined {
  const mac = useMac();
  const { singleKeys } = useDesk().data.me;
  const key = actionOf(id).keys.find((each) => singleKeys || !isSingleKey(each));
  return key === undefined ? undefined : sayKeys(key, mac).join(' ');
}
