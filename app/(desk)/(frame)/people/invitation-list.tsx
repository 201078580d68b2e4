'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/app/_ui/button';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { InvitationView } from '@/lib/contract/person';

/** The invitations that nobody has answered yet. Their links cannot be seen again, only taken back. */
export function InvitationList({ invitations }: { readonly invitations: readonly InvitationView[] }) {
  const router = useRouter();
  const { busy, call } = useCall();

  async function revoke(invitation: InvitationView): Promise<void> {
    const answer = await call({ method: 'DELETE', path: `/api/v1/invitations/${invitation.id}` });
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(`The invitation of ${invitation.email} no longer works`);
    router.refresh();
  }

  return (
    <section aria-labelledby="invitations" className="mt-12">
      <h2 id="invitations" className="headline text-lg">
        Open invitations
      </h2>
      {invitations.length === 0 ? (
        <p className="mt-1.5 text-sm text-muted">
          None. Everybody who was invited has joined, or their link has run out.
        </p>
      ) : (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {invitations.map((invitation) => (
            <li
              key={invitation.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            >
              <div className="min-w-0 text-sm">
                <p className="font-medium break-all">{invitation.email}</p>
                <p className="text-[0.8125rem] text-muted">
                  {describe(invitation)} · until <Time value={invitation.expiresAt} form="date" />
                </p>
              </div>
              <Button size="small" disabled={busy} onClick={() => void revoke(invitation)}>
                Take back
                <span className="sr-only"> the invitation of {invitation.email}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function describe({ name, admin, project }: InvitationView): string {
  const parts = [
    name,
    project === null ? null : `${project.role} in ${project.name}`,
    admin ? 'administrator' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'no project yet' : parts.join(' · ');
}
