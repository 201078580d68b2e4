'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { MemberRole, MemberView } from '@/lib/contract/project';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { ROLES } from './roles';

/** Adds somebody who already has an account, by their address. */
export function AddMember({ path }: { readonly path: string }) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('reviewer');
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await call<MemberView>({ method: 'POST', path, body: { email, role } });
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(null);
    setEmail('');
    notifyDone(`${answer.value.name} is a member now`);
    router.refresh();
  }

  return (
    <form
      aria-label="Add a member"
      className="mb-8 grid items-start gap-3 rounded-lg border border-line bg-sheet p-4 sm:grid-cols-[minmax(0,1fr)_10rem_auto] sm:p-5"
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label="Add a member by e-mail address"
        type="email"
        required
        autoComplete="off"
        value={email}
        onChange={(next) => {
          setEmail(next);
          setFailure(null);
        }}
        error={failure === null ? null : (fieldMessage(failure, 'email') ?? sayFailure(failure))}
        hint="Of somebody who has an account here. An administrator invites people who have none."
      />
      <Select label="Role" value={role} options={ROLES} onChange={setRole} />
      <Button
        look="primary"
        type="submit"
        busy={busy}
        icon={<UserPlus aria-hidden className="size-4" />}
        className="sm:mt-[1.6875rem]"
      >
        Add
      </Button>
    </form>
  );
}
