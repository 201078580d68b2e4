'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/checkbox';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { useCall } from '@/app/_ui/use-call';
import type { OneTimeLinkView } from '@/lib/contract/person';
import type { MemberRole } from '@/lib/contract/project';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { LinkDialog } from './link-dialog';

export interface InvitePersonProps {
  /** Those an invitation can lead into. */
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

/** The button, the form and then the link to hand over. */
export function InvitePerson({ projects }: InvitePersonProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ readonly email: string; readonly link: OneTimeLinkView } | null>(null);
  return (
    <>
      <Button look="primary" icon={<UserPlus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        Invite
      </Button>
      {open ? (
        <InviteForm
          projects={projects}
          onClose={() => setOpen(false)}
          onMade={(email, link) => {
            setOpen(false);
            setMade({ email, link });
          }}
        />
      ) : null}
      {made === null ? null : (
        <LinkDialog
          title="The invitation is ready"
          lead={`Hand this link to ${made.email} yourself: Galley sends no mail.`}
          link={made.link}
          onClose={() => setMade(null)}
        />
      )}
    </>
  );
}

interface InviteFormProps extends InvitePersonProps {
  readonly onClose: () => void;
  readonly onMade: (email: string, link: OneTimeLinkView) => void;
}

const FIELDS = ['email', 'name', 'projectId', 'role'];

function InviteForm({ projects, onClose, onMade }: InviteFormProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [admin, setAdmin] = useState(false);
  const [projectId, setProjectId] = useState('none');
  const [role, setRole] = useState<MemberRole>('reviewer');
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await call<OneTimeLinkView>({
      method: 'POST',
      path: '/api/v1/invitations',
      body: {
        email,
        admin,
        ...(name.trim() === '' ? {} : { name }),
        ...(projectId === 'none' ? {} : { projectId, role }),
      },
    });
    if (!answer.ok) return setFailure(answer.failure);
    onMade(email.trim(), answer.value);
    router.refresh();
  }

  const named = FIELDS.some((field) => fieldMessage(failure, field) !== null);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Invite somebody"
      description="You get a link that works once. They choose their password themselves."
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="invite" busy={busy}>
            Make the link
          </Button>
        </>
      }
    >
      <form id="invite" className="space-y-5" onSubmit={(event) => void submit(event)}>
        {failure && !named ? <Notice tone="danger">{sayFailure(failure)}</Notice> : null}
        <TextField
          label="E-mail address"
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={fieldMessage(failure, 'email')}
          hint="They sign in with it."
        />
        <TextField
          label="Name"
          optional
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={setName}
          error={fieldMessage(failure, 'name')}
          hint="They can write it differently when they join."
        />
        {projects.length === 0 ? null : (
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              label="Project"
              value={projectId}
              onChange={setProjectId}
              options={[
                { value: 'none', label: 'None yet' },
                ...projects.map((project) => ({ value: project.id, label: project.name })),
              ]}
            />
            <Select
              label="As"
              value={role}
              disabled={projectId === 'none'}
              onChange={setRole}
              options={[
                { value: 'reviewer', label: 'reviewer' },
                { value: 'editor', label: 'editor' },
              ]}
            />
          </div>
        )}
        <Checkbox
          label="Administrator"
          checked={admin}
          onChange={setAdmin}
          hint="Invites and deactivates people and makes projects. Sees the articles only of projects they belong to."
        />
      </form>
    </Dialog>
  );
}
