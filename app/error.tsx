'use client';

import { buttonClass } from './_ui/button-class';
import { ErrorState } from './_ui/error-state';
import { referenceOf } from './_ui/reference';

/** A fault on a screen. What was written already is safe: nothing is written by showing a page. */
export default function ErrorScreen({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  return (
    <main id="main" className="py-10">
      <ErrorState
        title="Something went wrong on our side"
        reference={referenceOf(error)}
        actions={
          <>
            <button type="button" className={buttonClass('primary')} onClick={retry}>
              Try again
            </button>
            <a href="/" className={buttonClass()}>
              Go to the projects
            </a>
          </>
        }
      >
        <p>
          This screen could not be shown. What you saved is safe. If it happens again, give the reference to
          an administrator.
        </p>
      </ErrorState>
    </main>
  );
}
