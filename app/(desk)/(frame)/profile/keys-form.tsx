'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { Section } from '@/app/_ui/page-head';
import { Switch } from '@/app/_ui/switch';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { Me } from '@/lib/contract/person';

/** Single keys can get in the way of speech input and of typing elsewhere, so they can be switched off (WCAG 2.1.4). */
export function KeysForm({ singleKeys }: { readonly singleKeys: boolean }) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [on, setOn] = useState(singleKeys);

  async function change(next: boolean): Promise<void> {
    setOn(next);
    const answer = await call<Me>({ method: 'PATCH', path: '/api/v1/me', body: { singleKeys: next } });
    if (!answer.ok) {
      setOn(!next);
      return notifyFailure(answer.failure);
    }
    notifyDone(next ? 'Single keys are on' : 'Single keys are off');
    router.refresh();
  }

  return (
    <Section title="Keyboard">
      <Switch
        label="Single keys on the desk"
        hint="Digits pick a tag, letters open the tag line or do something. Off, only keys with Ctrl, Alt or ⌘ do. The question mark on the desk lists them all."
        checked={on}
        disabled={busy}
        onChange={(next) => void change(next)}
      />
    </Section>
  );
}
