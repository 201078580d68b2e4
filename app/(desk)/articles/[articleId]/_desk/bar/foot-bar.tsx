'use client';

import { Highlighter, List, Command, PanelLeft } from 'lucide-react';
import { late } from '@/app/_ui/late';
import { LateMenu } from '@/app/_ui/late-menu';
import { tip } from '@/app/_ui/tip';
import { isFiltering } from '../model/desk-model';
import { useDesk, useDeskState, useShownCount } from '../model/use-desk';
import { CheckButton } from './check-button';

const loadCheckMenu = async () => (await import('./check-menu')).CheckMenu;
const CheckMenu = late(loadCheckMenu);

/** At the thumb: what stands in the rail and the bar where there is room. */
export function FootBar() {
  const desk = useDesk();
  const shown = useShownCount();
  const filtering = useDeskState((state) => isFiltering(state.filter));
  const open = (overlay: 'rail' | 'marks' | 'quote' | 'palette') => (): void => desk.state.set({ overlay });
  return (
    <nav aria-label="Desk" className="foot-bar">
      <button
        type="button"
        className="foot-button foot-button-rail"
        data-filtering={filtering || undefined}
        onClick={open('rail')}
        {...tip('Tools and filters')}
      >
        <PanelLeft aria-hidden className="size-4.5" />
        {filtering ? 'Filtered' : 'Tools'}
      </button>
      <button type="button" className="foot-button" onClick={open('marks')}>
        <List aria-hidden className="size-4.5" />
        {shown === 1 ? '1 mark' : `${shown} marks`}
      </button>
      <button type="button" className="foot-button" onClick={open('quote')}>
        <Highlighter aria-hidden className="size-4.5" />
        By quote
      </button>
      <LateMenu trigger={<CheckButton />} load={loadCheckMenu}>
        {(opened) => <CheckMenu opened={opened} />}
      </LateMenu>
      <button type="button" className="foot-button" onClick={open('palette')}>
        <Command aria-hidden className="size-4.5" />
        Commands
      </button>
    </nav>
  );
}
