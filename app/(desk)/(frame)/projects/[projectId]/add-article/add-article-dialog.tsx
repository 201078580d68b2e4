'use client';

import { useRouter } from 'next/navigation';
import { useDeferredValue, useMemo, useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { sayBytes, toBase64 } from '@/app/_ui/file-bytes';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ArticleView } from '@/lib/contract/article';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import type { Result } from '@/lib/result';
import { checkText } from '@/lib/text/check-text';
import { newId } from '@/lib/ids';
import { factsBody, NO_FACTS } from '../facts';
import { FACT_FIELDS, FactsFields } from '../facts-fields';
import { draftText, titleFrom } from './draft-text';
import type { PickedFile } from './read-file';
import { SameText } from './same-text';
import { TextPreview } from './text-preview';
import { sourceFrom, textOf, TextSource, type Source } from './text-source';

export interface AddArticleDialogProps {
  readonly projectId: string;
  /** The file that was dropped on the page to open this. */
  readonly dropped: Result<PickedFile, string> | null;
  readonly onClose: () => void;
}

/** The text, pasted or from a file, how it will stand, and the facts about it. */
export function AddArticleDialog({ projectId, dropped, onClose }: AddArticleDialogProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [id] = useState(newId);
  const [source, setSource] = useState<Source>(() =>
    dropped?.ok ? sourceFrom(dropped.value, 'utf-8') : { kind: 'pasted', text: '' },
  );
  const [facts, setFacts] = useState(NO_FACTS);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [added, setAdded] = useState<ArticleView | null>(null);

  const raw = useDeferredValue(textOf(source));
  const draft = useMemo(() => draftText(raw), [raw]);
  const title = ownTitle ?? titleFrom(draft);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const checked = checkText(textOf(source));
    if (!checked.ok) return;
    const opens = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'open';
    const answer = await call<ArticleView>({
      method: 'POST',
      path: `/api/v1/projects/${projectId}/articles`,
      timeout: 120_000,
      body: {
        id,
        text: checked.value,
        ...(ownTitle === null || ownTitle.trim() === '' ? {} : { title: ownTitle }),
        ...factsBody(facts),
        ...(source.kind === 'file' && source.decoded.ok
          ? {
              file: {
                name: source.file.name,
                encoding: source.decoded.value.encoding,
                base64: toBase64(source.file.bytes),
              },
            }
          : {}),
      },
    });
    if (!answer.ok) return setFailure(answer.failure);
    const article = answer.value;
    router.refresh();
    if ((article.sameText?.length ?? 0) > 0) return setAdded(article);
    onClose();
    if (opens) router.push(`/articles/${article.id}`);
    else
      notifyDone('The article is added', {
        label: 'Open',
        run: () => router.push(`/articles/${article.id}`),
      });
  }

  if (added !== null) return <SameText article={added} onClose={onClose} />;

  const named = FACT_FIELDS.some((field) => fieldMessage(failure, field) !== null);
  const size = source.kind === 'file' ? source.file.bytes.length : raw.length;
  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Add article"
      description="The text is kept exactly as it comes and never changes afterwards."
      footer={
        <>
          {busy && size > 200_000 ? (
            <p role="status" className="mr-auto text-sm text-muted">
              Sending {sayBytes(size)}…
            </p>
          ) : null}
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form="add-article" disabled={draft.kind !== 'fine'} busy={busy}>
            Add
          </Button>
          <Button
            look="primary"
            type="submit"
            form="add-article"
            value="open"
            disabled={draft.kind !== 'fine'}
            busy={busy}
          >
            Add and open
          </Button>
        </>
      }
    >
      <form
        id="add-article"
        className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        onSubmit={(event) => void submit(event)}
      >
        <div className="space-y-5">
          {failure && !named ? <Notice tone="danger">{sayFailure(failure)}</Notice> : null}
          <TextSource
            source={source}
            onChange={setSource}
            firstProblem={dropped?.ok === false ? dropped.failure : null}
          />
          {draft.kind === 'refused' ? <Notice tone="danger">{draft.failure.message}</Notice> : null}
          <TextField
            label="Title"
            maxLength={300}
            value={title}
            onChange={setOwnTitle}
            error={fieldMessage(failure, 'title')}
            hint="A label for the lists, taken from the first paragraph until you change it."
          />
          <FactsFields facts={facts} onChange={setFacts} failure={failure} />
        </div>
        <TextPreview draft={draft} />
      </form>
    </Dialog>
  );
}
