'use client';

import { useState } from 'react';
import { TextField } from '@/app/_ui/field';
import { useCall } from '@/app/_ui/use-call';
import type { SourceView } from '@/lib/contract/source';
import { fieldMessage, type CallFailure } from '@/lib/sync/api-client';
import { SourceFormEnd } from './add-source-form';
import { changedFacts, factsOf } from './source-facts';
import { SourceFields } from './source-fields';

interface ChangeSourceFormProps {
  readonly source: SourceView;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Puts right what is known of a source; its text stays as marks quote it. */
export function ChangeSourceForm({ source, onDone, onLeave }: ChangeSourceFormProps) {
  const { busy, call } = useCall();
  const [facts, setFacts] = useState(() => factsOf(source));
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const change = async (): Promise<void> => {
    const body = changedFacts(source, facts);
    if (Object.keys(body).length === 0) return onDone();
    const answer = await call<SourceView>({
      method: 'PATCH',
      path: `/api/v1/sources/${source.id}`,
      revision: source.revision,
      body,
    });
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };
  return (
    <form
      aria-label={`Change source ${source.number}`}
      noValidate
      className="mt-3 space-y-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      <TextField
        label="Title"
        autoFocus
        value={facts.title}
        error={fieldMessage(failure, 'title')}
        onChange={(title) => setFacts({ ...facts, title })}
      />
      <SourceFields facts={facts} failure={failure} onChange={setFacts} />
      <SourceFormEnd failure={failure} busy={busy} submit="Save" onLeave={onLeave} />
    </form>
  );
}
