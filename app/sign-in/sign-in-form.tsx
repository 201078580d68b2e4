'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { TextField } from '@/app/_ui/field';
import { PasswordField } from '@/app/_ui/password-field';
import { callApi, sayFailure, type CallFailure } from '@/lib/sync/api-client';

export interface SignInFormProps {
  /** A path of this desk, where one goes afterwards. */
  readonly to: string;
}

/** E-mail address and password. Until the page is awake the form would travel as a POST, never in the address. */
export function SignInForm({ to }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const body = { email: email.trim(), password };
    const answer = await callApi({ method: 'POST', path: '/api/auth/sign-in/email', body });
    if (answer.ok) return window.location.assign(to);
    setFailure(answer.failure);
    setBusy(false);
  }

  return (
    <form method="post" className="space-y-5" onSubmit={(event) => void submit(event)}>
      {failure === null ? null : <Notice tone="danger">{sayFailure(failure)}</Notice>}
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={setEmail}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button look="primary" type="submit" busy={busy} className="w-full">
        Sign in
      </Button>
      <p className="text-[0.8125rem] text-muted">
        Forgotten the password? An administrator of this desk can give you a link to choose a new one.
      </p>
    </form>
  );
}
