import type { Metadata } from 'next';
import { Door } from '@/app/_ui/door';
import { LinkForm } from '@/app/_ui/link-form';
import { SpentLink } from '@/app/_ui/spent-link';
import { Time } from '@/app/_ui/time';
import { openLink } from '@/lib/store/one-time-links';

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

/** Somebody who was invited makes their account. */
export default async function JoinPage({
  params,
}: {
  readonly params: Promise<{ readonly secret: string }>;
}) {
  const { secret } = await params;
  const link = await openLink(secret);
  if (link?.purpose !== 'invitation') {
    return <SpentLink>If you have no account yet, ask the person who invited you for a new link.</SpentLink>;
  }
  const { project } = link;
  return (
    <Door
      title="You are invited"
      lead={
        <>
          <p>
            {project === null ? (
              'Make your account on this desk'
            ) : (
              <>
                Make your account and join <strong className="text-ink">{project.name}</strong> as{' '}
                {project.role === 'editor' ? 'an editor' : 'a reviewer'}
              </>
            )}
            {link.admin ? '. You will also be an administrator.' : '.'}
          </p>
          <p className="mt-1.5 text-[0.8125rem]">
            The link works until <Time value={link.expiresAt} form="full" />.
          </p>
        </>
      }
    >
      <LinkForm
        secret={secret}
        path="/api/accept-link"
        email={link.email ?? ''}
        name={link.name ?? ''}
        submit="Make account and sign in"
      />
    </Door>
  );
}
