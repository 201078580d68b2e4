import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Door } from '@/app/_ui/door';
import { demoPeople } from '@/lib/auth/demo';
import { actorOf } from '@/lib/auth/session';
import { DemoButtons } from './demo-buttons';
import { safePath } from './safe-path';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  readonly searchParams: Promise<{ readonly from?: string | string[] }>;
}

/** The way in; whoever is in already goes on to where they wanted. */
export default async function SignInPage({ searchParams }: Props) {
  const told = await headers();
  const to = safePath((await searchParams).from);
  if ((await actorOf(told)) !== null) redirect(to);
  const people = await demoPeople(told);
  return (
    <Door title="Sign in" lead={to === '/' ? undefined : <p>You come back to where you were.</p>}>
      {people.length > 0 ? <DemoButtons people={people} to={to} /> : null}
      <SignInForm to={to} />
    </Door>
  );
}
