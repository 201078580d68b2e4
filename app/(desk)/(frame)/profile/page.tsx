import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHead, Section } from '@/app/_ui/page-head';
import { Loading, Skeleton } from '@/app/_ui/skeleton';
import type { Actor } from '@/lib/policy/actor';
import { tokensOf } from '@/lib/store/tokens';
import { actorAt, found } from '../../arrive';
import { ChangePassword } from './change-password';
import { KeysForm } from './keys-form';
import { NameForm } from './name-form';
import { SignOutForm } from './sign-out-form';
import { ThemeForm } from './theme-form';
import { TokenList } from './token-list';

export const metadata: Metadata = { title: 'Profile' };

/** What belongs to a person: name, look, keys, password, tokens, sessions. */
export default async function ProfilePage() {
  const actor = await actorAt('/profile');
  return (
    <>
      <PageHead title="Profile">
        <p>{actor.email}</p>
      </PageHead>
      <NameForm name={actor.name} />
      <ThemeForm />
      <KeysForm singleKeys={actor.singleKeys} />
      <ChangePassword about={[actor.name, actor.email, 'galley']} email={actor.email} />
      <Section
        title="Tokens"
        hint="For programs that push articles in or pull reports out. A token may do at most what you may."
      >
        <Suspense fallback={<TokensSkeleton />}>
          <Tokens actor={actor} />
        </Suspense>
      </Section>
      <SignOutForm />
    </>
  );
}

async function Tokens({ actor }: { readonly actor: Actor }) {
  return <TokenList tokens={found(await tokensOf(actor)).items} admin={actor.admin} />;
}

const TokensSkeleton = () => (
  <Loading label="Loading your tokens">
    <Skeleton className="h-12" />
  </Loading>
);
