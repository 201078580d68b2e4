'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { CopyField } from '@/app/_ui/copy-field';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { RadioCards } from '@/app/_ui/radio-cards';
import { Select } from '@/app/_ui/select';
import { useCall } from '@/app/_ui/use-call';
import type { MadeToken, TokenScope } from '@/lib/contract/person';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';

export interface TokenFormProps {
  readonly admin: boolean;
  readonly onClose: () => void;
  readonly onMade: (token: MadeToken) => void;
}

const DAY = 24 * 60 * 60 * 1_000;

const TERMS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'a year' },
  { value: 'never', label: 'until revoked' },
] as const;

const SCOPES: readonly { readonly value: TokenScope; readonly label: string; readonly hint: string }[] = [
  { value: 'read', label: 'read', hint: 'Pulls articles, marks and reports.' },
  { value: 'write', label: 'write', hint: 'Also adds articles, marks and decisions.' },
  { value: 'admin', label: 'admin', hint: 'Also people and projects.' },
];

/** Name, scope and term of a new token. */
export function TokenForm({ admin, onClose, onMade }: TokenFormProps) {
  const { busy, call } = useCall();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('read');
  const [term, setTerm] = useState<(typeof TERMS)[number]['value']>('90');
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const expiresAt = term === 'never' ? null : new Date(Date.now() + Number(term) * DAY).toISOString();
    const answer = await call<MadeToken>({
      method: 'POST',
      path: '/api/v1/me/tokens',
      body: { name, scope, expiresAt },
    });
    if (answer.ok) onMade(answer.value);
    else setFailure(answer.failure);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="New token"
      description="A program that holds it acts as you."
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="token" busy={busy}>
            Make token
          </Button>
        </>
      }
    >
      <form id="token" className="space-y-5" onSubmit={(event) => void submit(event)}>
        {failure && fieldMessage(failure, 'name') === null ? (
          <Notice tone="danger">{sayFailure(failure)}</Notice>
        ) : null}
        <TextField
          label="Name"
          required
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={setName}
          error={fieldMessage(failure, 'name')}
          hint="What it is for: “CMS import”."
        />
        <RadioCards
          label="It may"
          value={scope}
          onChange={setScope}
          options={SCOPES.filter((option) => admin || option.value !== 'admin')}
        />
        <Select label="It works for" value={term} onChange={setTerm} options={TERMS} />
      </form>
    </Dialog>
  );
}

/** The token itself, in the only moment it can be seen. */
export function MadeTokenDialog({
  token,
  onClose,
}: {
  readonly token: MadeToken;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`The token “${token.name}”`}
      description="Copy it now: it is not kept and cannot be shown again."
      footer={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <CopyField label="Token" value={token.token} />
      <p className="mt-3 text-sm text-muted">
        It goes into the header <code className="font-mono text-[0.8125rem]">Authorization: Bearer …</code>
      </p>
    </Dialog>
  );
}
