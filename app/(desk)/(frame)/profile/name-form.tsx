'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { Section } from '@/app/_ui/page-head';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { Me } from '@/lib/contract/person';
import { fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';

/** The name that stands beside one's marks. */
export function NameForm({ name }: { readonly name: string }) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [text, setText] = useState(name);
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await call<Me>({ method: 'PATCH', path: '/api/v1/me', body: { name: text } });
    if (!answer.ok) return setFailure(answer.failure);
    setFailure(null);
    setText(answer.value.name);
    notifyDone('Your name is saved');
    router.refresh();
  }

  return (
    <Section title="Name" hint="Stands beside your marks and in the reports, also on those made before.">
      <form className="flex flex-wrap items-start gap-3" onSubmit={(event) => void submit(event)}>
        <TextField
          className="min-w-52 flex-1"
          label="Your name"
          hideLabel
          required
          maxLength={120}
          autoComplete="name"
          value={text}
          onChange={setText}
          error={failure === null ? null : (fieldMessage(failure, 'name') ?? sayFailure(failure))}
        />
        <Button type="submit" busy={busy} disabled={text.trim() === name}>
          Save name
        </Button>
      </form>
    </Section>
  );
}
