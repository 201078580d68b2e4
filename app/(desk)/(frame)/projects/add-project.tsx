'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { RadioCards } from '@/app/_ui/radio-cards';
import { useCall } from '@/app/_ui/use-call';
import type { ProjectView } from '@/lib/contract/project';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { newId } from '@/lib/ids';

const FIELDS = ['name', 'editorEmail'];

/** The button and the dialog that make a project (administrators). */
export function AddProject({ email }: { readonly email: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        New project
      </Button>
      {open ? <AddProjectDialog email={email} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddProjectDialog({ email, onClose }: { readonly email: string; readonly onClose: () => void }) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [schema, setSchema] = useState<'full' | 'short'>('full');
  const [editorEmail, setEditorEmail] = useState(email);
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = { id, name, schema, editorEmail };
    const answer = await call<ProjectView>({
      method: 'POST',
      path: '/api/v1/projects',
      body,
    });
    if (!answer.ok) return setFailure(answer.failure);
    onClose();
    if (editorEmail.trim().toLowerCase() === email.toLowerCase()) router.push(`/projects/${id}`);
    router.refresh();
  }

  const named = FIELDS.some((field) => fieldMessage(failure, field) !== null);
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title="New project"
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="add-project" busy={busy}>
            Create project
          </Button>
        </>
      }
    >
      <form id="add-project" className="space-y-5" onSubmit={(event) => void submit(event)}>
        {failure && !named ? <Notice tone="danger">{sayFailure(failure)}</Notice> : null}
        <TextField
          label="Name"
          required
          maxLength={120}
          value={name}
          onChange={setName}
          error={fieldMessage(failure, 'name')}
          hint="What the people who work in it call it: “Science desk”, “Spring issue”."
        />
        <RadioCards
          label="Tag schema to start with"
          value={schema}
          onChange={setSchema}
          options={[
            { value: 'full', label: 'Full', hint: '19 tags, for fact-checking and copy-editing in one.' },
            { value: 'short', label: 'Short', hint: '12 tags, the ones that every desk needs.' },
          ]}
        />
        <TextField
          label="First editor"
          type="email"
          required
          autoComplete="off"
          value={editorEmail}
          onChange={setEditorEmail}
          error={fieldMessage(failure, 'editorEmail')}
          hint="The address of somebody who already has an account here. Editors add everybody else."
        />
      </form>
    </Dialog>
  );
}
