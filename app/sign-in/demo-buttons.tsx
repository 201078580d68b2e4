'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { Notice } from '@/app/_ui/error-state';
import type { DEMO_ROLES } from '@/lib/contract/person';
import { callApi, sayFailure, type CallFailure } from '@/lib/sync/api-client';

type DemoRole = (typeof DEMO_ROLES)[number];

export interface DemoButtonsProps {
  readonly people: readonly { readonly as: DemoRole; readonly name: string }[];
  readonly to: string;
}

const WORK: Readonly<Record<DemoRole, string>> = {
  reviewer: 'reads, marks and proposes corrections',
  editor: 'also decides and sends out the report',
};

/** One press to look around as one of the demo's people. */
export function DemoButtons({ people, to }: DemoButtonsProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);

  async function signIn(as: DemoRole): Promise<void> {
    setBusy(true);
    const answer = await callApi({ method: 'POST', path: '/api/demo-sign-in', body: { as } });
    if (answer.ok) return window.location.assign(to);
    setFailure(answer.failure);
    setBusy(false);
  }

  return (
    <section aria-labelledby="demo" className="mb-8 border-b border-line pb-8">
      <h2 id="demo" className="text-sm font-semibold">
        Look around in the demo
      </h2>
      <p className="mt-1 text-[0.8125rem] text-muted">
        Offered on this machine only. Its people are made up, and so is what you change as one of them.
      </p>
      {failure === null ? null : (
        <div className="mt-3">
          <Notice tone="danger">{sayFailure(failure)}</Notice>
        </div>
      )}
      <ul className="mt-3 space-y-2">
        {people.map((person) => (
          <li key={person.as}>
            <button
              type="button"
              disabled={busy}
              onClick={() => void signIn(person.as)}
              className="group flex w-full items-center gap-3 rounded-md border border-line-strong bg-sheet px-3 py-2.5 text-left shadow-low hover:bg-hover disabled:opacity-60"
            >
              <Avatar name={person.name} size="medium" decorative />
              <span className="min-w-0 flex-1 text-sm">
                <span className="block font-medium">Sign in as {person.name}</span>
                <span className="block text-[0.8125rem] text-muted">
                  {person.as}: {WORK[person.as]}
                </span>
              </span>
              <ArrowRight
                aria-hidden
                className="size-4 text-muted transition-transform group-hover:translate-x-0.5"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
