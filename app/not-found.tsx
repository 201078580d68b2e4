import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from './_ui/button-class';
import { TopBar } from './_ui/top-bar';

export const metadata: Metadata = { title: 'Not found' };

/** For addresses that lead nowhere, and for what is not for this person's eyes: both look the same. */
export default function NotFound() {
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto max-w-xl px-6 py-20">
        <p className="kicker">404</p>
        <h1 className="headline mt-2 text-4xl">There is nothing here for you</h1>
        <p className="mt-4 font-serif text-lg text-muted">
          The address may be mistyped, what it led to may be gone, or it belongs to a project you are not a
          member of.
        </p>
        <div className="mt-8 flex gap-2.5">
          <Link href="/" className={buttonClass('primary')}>
            Go to the projects
          </Link>
        </div>
      </main>
    </>
  );
}
