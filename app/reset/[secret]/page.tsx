import type { Metadata } from 'next';
import { Door } from '@/app/_ui/door';
import { LinkForm } from '@/app/_ui/link-form';
import { SpentLink } from '@/app/_ui/spent-link';
import { openLink } from '@/lib/store/one-time-links';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer' };

/** Somebody who forgot their password chooses a new one. */
export default async function ResetPage({
  params,
}: {
  readonly params: Promise<{ readonly secret: string }>;
}) {
  const { secret } = await params;
  const link = await openLink(secret);
  if (link?.purpose !== 'password-reset') {
    return <SpentLink>If you still need it, ask an administrator for a new one.</SpentLink>;
  }
  return (
    <Door
      title="Choose a new password"
      lead={<p>For {link.name}. You will be signed out wherever you are signed in now.</p>}
    >
      <LinkForm
        secret={secret}
        path="/api/accept-link"
        email={link.email ?? ''}
        name={null}
        submit="Save and sign in"
      />
    </Door>
  );
}
