'use client';

import { Button } from '@/app/_ui/button';
import { TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/error-state';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { useStore } from '../model/store';
import { useDesk } from '../model/use-desk';
import { DocumentReader } from './document-reader';
import { isEmpty, NO_DRAFT, type SourceDraft } from './source-draft';
import { sourceDraftOf, useSourceDraft } from './source-drafts';
import { SourceFields } from './source-fields';
import { sendingOf } from './source-sending';

export interface AddSourceFormProps {
  readonly onLeave: () => void;
}

/** A source pasted in, or read from a file. Its title may be left to its first line, its text to what cannot be pasted. */
export function AddSourceForm({ onLeave }: AddSourceFormProps) {
  const { id: articleId } = useDesk().data.article;
  const sending = sendingOf(articleId);
  const { busy, failure } = useStore(sending.state, (state) => state);
  const draft = useSourceDraft() ?? NO_DRAFT;
  const { facts, text, replaced } = draft;
  const set = (part: Partial<SourceDraft>): void =>
    sourceDraftOf(articleId).set({ draft: { ...draft, ...part } });
  return (
    <form
      aria-label="Add a source"
      noValidate
      className="checking-card space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(draft);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        // What was pasted goes only by the button that says so.
        if (isEmpty(draft)) onLeave();
      }}
    >
      <TextArea
        label="Text of the source"
        prose
        rows={7}
        autoFocus
        value={text}
        placeholder="Paste the statement, the transcript, the minutes…"
        error={fieldMessage(failure, 'text')}
        onChange={(typed) => set({ text: typed })}
      />
      <DocumentReader />
      {replaced === null ? null : (
        <p className="text-[0.8125rem] text-muted">
          What was read stands in the place of the text before.{' '}
          <button type="button" className="link" onClick={() => set({ text: replaced, replaced: null })}>
            Put that back
          </button>
        </p>
      )}
      <TextField
        label="Title"
        value={facts.title}
        hint="Left empty, it is the first line."
        error={fieldMessage(failure, 'title')}
        onChange={(title) => set({ facts: { ...facts, title } })}
      />
      <details>
        <summary className="cursor-pointer text-sm font-medium">What is known of it</summary>
        <div className="pt-3">
          <SourceFields facts={facts} failure={failure} onChange={(next) => set({ facts: next })} />
        </div>
      </details>
      <SourceFormEnd failure={failure} busy={busy} submit="Add the source" onLeave={onLeave} />
    </form>
  );
}

export interface SourceFormEndProps {
  readonly failure: CallFailure | null;
  readonly busy: boolean;
  readonly submit: string;
  readonly onLeave: () => void;
}

/** What was refused, and the buttons. */
export function SourceFormEnd({ failure, busy, submit, onLeave }: SourceFormEndProps) {
  return (
    <>
      {failure === null ? null : <Notice tone="danger">{sayFailure(failure)}</Notice>}
      <div className="flex justify-end gap-2">
        <Button type="button" look="quiet" onClick={onLeave}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
      </div>
    </>
  );
}
