'use client';

import { useEffect, useState } from 'react';
import { Menu, MenuGroup, MenuItem, MenuLink } from '@/app/_ui/menu';
import { SavingBadge, useOutbox } from '@/app/_ui/saving-badge';
import { sayOfOthers, sayTrouble, sayWaiting } from '@/app/_ui/say-waiting';
import { outboxOf, startOutbox } from '@/lib/sync/person-outbox';

export interface WaitingWorkProps {
  readonly me: { readonly id: string; readonly name: string };
}

/**
 * What was done at the desk and is not saved yet is sent from every screen. While there is any, it is in sight, with the
 * way to its article.
 */
export function WaitingWork({ me }: WaitingWorkProps) {
  const [outbox] = useState(() => outboxOf(me.id));
  const state = useOutbox(outbox);
  useEffect(() => startOutbox(outbox, window), [outbox]);
  if (state.phase === 'saved' && state.ofOthers === 0) return null;
  const needing = new Map(state.refusals.map(({ article }) => [article.id, article]));
  return (
    <Menu trigger={<SavingBadge state={state} />}>
      <div className="max-w-72 space-y-1.5 px-2.5 py-1.5 text-[0.8125rem] text-muted">
        {[sayWaiting(state, me.name), sayTrouble(state), sayOfOthers(state)].map((sentence) =>
          sentence === null ? null : <p key={sentence}>{sentence}</p>,
        )}
      </div>
      {needing.size === 0 ? null : (
        <MenuGroup label="Needs you">
          {[...needing.values()].map(({ id, title }) => (
            <MenuLink key={id} href={`/articles/${id}`}>
              {title}
            </MenuLink>
          ))}
        </MenuGroup>
      )}
      {state.articles.length === 0 ? null : (
        <>
          <MenuGroup label="On its way">
            {state.articles.map(({ article, waiting }) => (
              <MenuLink key={article.id} href={`/articles/${article.id}`}>
                {article.title} · {waiting}
              </MenuLink>
            ))}
          </MenuGroup>
          <MenuItem onSelect={() => outbox.retry()}>Try now</MenuItem>
        </>
      )}
    </Menu>
  );
}
