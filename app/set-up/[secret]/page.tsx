import type { Metadata } from 'next';
import { Door } from '@/app/_ui/door';
import { LinkForm } from '@/app/_ui/link-form';
import { SpentLink } from '@/app/_ui/spent-link';
import { openLink } from '@/lib/store/one-time-links';

export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

/** The first person of a new desk, who becomes its administrator. */
export default async function SetUpPage({
  params,
}: {
  readonly params: Promise<{ readonly secret: string }>;
}) {
  const { secret } = await params;
  const link = await openLink(secret);
  if (link?.purpose !== 'set-up') {
    return <SpentLink>Once there is an administrator, they invite everybody else.</SpentLink>;
  }
  return (
    <Door
      title="Set up this desk"
      lead={
        <p>
          You become its administrator: you invite people and make projects. There is no default password.
        </p>
      }
    >
      <LinkForm secret={secret} path="/api/set-up" email={null} name="" submit="Set up and sign in" />
    </Door>
  );
}
