'use client';

import { useState, type FormEvent } from 'react';
import { callApi, fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { Button } from './button';
import { Notice } from './error-state';
import { TextField } from './field';
import { NewPasswordField } from './password-field';

export interface LinkFormProps {
  readonly secret: string;
  /** Where the answer goes: the first set-up has a door of its own. */
  readonly path: '/api/set-up' | '/api/accept-link';
  /** Fixed by the link, or asked for. */
  readonly email: string | null;
  /** Suggested by the link, or empty; null does not ask. */
  readonly name: string | null;
  readonly submit: string;
}

const FIELDS = ['email', 'name', 'password'];

/** What the holder of a one-time link chooses: a name, a password and, for the first one, the address. */
export function LinkForm({ secret, path, email, name, submit }: LinkFormProps) {
  const [ownEmail, setOwnEmail] = useState(email ?? '');
  const [ownName, setOwnName] = useState(name ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const answer = await callApi({
      method: 'POST',
      path,
      body: {
        secret,
        password,
        ...(name === null ? {} : { name: ownName }),
        ...(email === null ? { email: ownEmail } : {}),
      },
    });
    if (answer.ok) return window.location.assign('/');
    setFailure(answer.failure);
    setBusy(false);
  }

  const named = FIELDS.some((field) => fieldMessage(failure, field) !== null);
  return (
    <form method="post" className="space-y-5" onSubmit={(event) => void send(event)}>
      {failure !== null && !named ? <Notice tone="danger">{sayFailure(failure)}</Notice> : null}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        required
        readOnly={email !== null}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={ownEmail}
        onChange={setOwnEmail}
        error={fieldMessage(failure, 'email')}
        hint={email === null ? 'You sign in with it. Nothing is ever sent there.' : undefined}
      />
      {name === null ? null : (
        <TextField
          label="Your name"
          name="name"
          required
          maxLength={120}
          autoComplete="name"
          value={ownName}
          onChange={setOwnName}
          error={fieldMessage(failure, 'name')}
          hint="It stands beside your marks and in the reports."
        />
      )}
      <NewPasswordField
        label={name === null ? 'New password' : 'Password'}
        value={password}
        onChange={setPassword}
        about={[ownName, ownEmail, 'galley']}
        error={fieldMessage(failure, 'password')}
      />
      <Button look="primary" type="submit" busy={busy} className="w-full">
        {submit}
      </Button>
    </form>
  );
}
