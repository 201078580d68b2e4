'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { Section } from '@/app/_ui/page-head';
import { NewPasswordField, PasswordField } from '@/app/_ui/password-field';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';

export interface ChangePasswordProps {
  /** What the new one must not be made of. */
  readonly about: readonly string[];
  /** For password managers. */
  readonly email: string;
}

/** A new password ends every other session, which is the point of changing it. */
export function ChangePassword({ about, email }: ChangePasswordProps) {
  const { busy, call } = useCall();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await call({
      method: 'POST',
      path: '/api/auth/change-password',
      body: { currentPassword: current, newPassword: next },
    });
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(null);
    setCurrent('');
    setNext('');
    notifyDone('The password is changed. Every other session has ended.');
  }

  const wrongCurrent = fieldMessage(failure, 'currentPassword');
  const wrongNext = fieldMessage(failure, 'newPassword');
  const named = wrongCurrent !== null || wrongNext !== null;
  return (
    <Section title="Password" hint="Changing it signs you out everywhere else.">
      <form method="post" className="max-w-md space-y-5" onSubmit={(event) => void submit(event)}>
        {failure !== null && !named ? <Notice tone="danger">{sayFailure(failure)}</Notice> : null}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label="Current password"
          name="current-password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={wrongCurrent}
        />
        <NewPasswordField
          label="New password"
          value={next}
          onChange={setNext}
          about={about}
          error={wrongNext}
        />
        <Button type="submit" busy={busy}>
          Change password
        </Button>
      </form>
    </Section>
  );
}
