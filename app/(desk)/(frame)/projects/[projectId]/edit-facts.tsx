'use client';

import { useState, type FormEvent } from 'react';
import { allOnTop } from '@/app/_ui/changed-fields';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ArticleView } from '@/lib/contract/article';
import { currentOf, fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { factsChange, factsOf } from './facts';
import { FACT_FIELDS, FactsFields } from './facts-fields';

export interface EditFactsProps {
  readonly article: ArticleView;
  readonly onClose: () => void;
  readonly onSaved: (article: ArticleView) => void;
}

/** Title, byline, link, date and phase of an article. The text itself never changes. */
export function EditFacts({ article, onClose, onSaved }: EditFactsProps) {
  const { busy, call } = useCall();
  const [seen, setSeen] = useState(article);
  const [facts, setFacts] = useState(() => factsOf(article));
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = factsChange(seen, facts);
    if (body === null) return onClose();
    const answer = await call<ArticleView>({
      method: 'PATCH',
      path: `/api/v1/articles/${article.id}`,
      body,
    });
    if (!answer.ok) {
      const theirs = currentOf<ArticleView>(answer.failure);
      if (theirs !== null) {
        // Saving again is on purpose.
        setSeen(theirs);
        setFacts((now) => allOnTop(factsOf(seen), now, factsOf(theirs)));
      }
      return setFailure(answer.failure);
    }
    notifyDone('The facts are saved');
    onSaved(answer.value);
  }

  const named = FACT_FIELDS.some((field) => fieldMessage(failure, field) !== null);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Edit facts"
      description="They stand at the head of the report. The article’s text stays as it is."
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="edit-facts" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <form id="edit-facts" className="space-y-4" onSubmit={(event) => void submit(event)}>
        {failure && !named ? <Notice tone="danger">{sayFailure(failure)}</Notice> : null}
        <TextField
          label="Title"
          required
          maxLength={300}
          value={facts.title}
          onChange={(title) => setFacts({ ...facts, title })}
          error={fieldMessage(failure, 'title')}
        />
        <FactsFields facts={facts} onChange={setFacts} failure={failure} />
      </form>
    </Dialog>
  );
}
