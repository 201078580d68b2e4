'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Section } from '@/app/_ui/page-head';
import { signOut } from '@/app/_ui/sign-out';
import { notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';

/** Here, or wherever one is signed in. */
export function SignOutForm() {
  const { busy, call } = useCall();
  const [asking, setAsking] = useState(false);

  async function everywhere(): Promise<void> {
    const answer = await call({ method: 'POST', path: '/api/auth/revoke-sessions', body: {} });
    if (answer.ok) return window.location.assign('/sign-in');
    setAsking(false);
    notifyFailure(answer.failure);
  }

  return (
    <Section title="Sessions">
      <div className="flex flex-wrap gap-2.5">
        <Button onClick={() => void signOut()}>Sign out</Button>
        <Button look="quiet" onClick={() => setAsking(true)}>
          Sign out everywhere…
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        confirm="Sign out everywhere"
        busy={busy}
        onConfirm={() => void everywhere()}
      >
        Every browser you are signed in with, this one too. Tokens go on working until they are revoked.
      </ConfirmDialog>
    </Section>
  );
}
