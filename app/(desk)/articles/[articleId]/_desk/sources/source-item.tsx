'use client';

import { Lock, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/app/_ui/button';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { SourceView } from '@/lib/contract/source';
import { can } from '@/lib/policy/can';
import { openSource } from '../model/pane';
import { useDesk } from '../model/use-desk';
import { ChangeSourceForm } from './change-source-form';

export interface SourceItemProps {
  readonly source: SourceView;
  /** It is another one now, or gone. */
  readonly onDone: () => void;
}

/** A source in the list. */
export function SourceItem({ source, onDone }: SourceItemProps) {
  const desk = useDesk();
  const { busy, call } = useCall();
  const [changing, setChanging] = useState(false);
  const { id, number, title, length, revision } = source;
  const remove = async (): Promise<void> => {
    const answer = await call({ method: 'DELETE', path: `/api/v1/sources/${id}`, revision });
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(`Took back source ${number}.`);
    onDone();
  };
  return (
    <li className="checking-card" value={number}>
      <div className="flex items-start gap-2">
        <span aria-hidden className="pt-0.5 text-sm text-faint tabular-nums">
          {number}
        </span>
        <div className="min-w-0 flex-1">
          <button
            type="button"
            className="link block max-w-full text-left font-medium break-words"
            aria-label={`Read source ${number}: ${title}`}
            onClick={() => openSource(desk, id, null)}
          >
            {title}
          </button>
          <p className="mt-0.5 text-[0.8125rem] break-words text-muted">
            {factsOf(source).join(' · ')}
            {length === 0 ? ' · no text' : ''}
          </p>
          {source.protected ? (
            <p className="mt-0.5 flex items-center gap-1 text-[0.8125rem] text-warn">
              <Lock aria-hidden className="size-3" /> Protected: held by the desk
            </p>
          ) : null}
        </div>
        {can.changeSources(desk.data.me) ? (
          <span className="-my-1 flex shrink-0">
            <IconButton label={`Change source ${number}`} onClick={() => setChanging(!changing)}>
              <Pencil aria-hidden className="size-3.5" />
            </IconButton>
            <IconButton label={`Take back source ${number}`} disabled={busy} onClick={() => void remove()}>
              <Trash2 aria-hidden className="size-3.5" />
            </IconButton>
          </span>
        ) : null}
      </div>
      {changing ? (
        <ChangeSourceForm
          source={source}
          onDone={() => {
            setChanging(false);
            onDone();
          }}
          onLeave={() => setChanging(false)}
        />
      ) : null}
    </li>
  );
}

const factsOf = ({ author, publisher, kind, url, publishedAt, by }: SourceView): readonly string[] =>
  [
    author,
    publisher,
    kind,
    publishedAt?.slice(0, 10) ?? null,
    url === null ? null : new URL(url).hostname,
    `added by ${by.name}`,
  ].filter((fact) => fact !== null);
