'use client';

import './globals.css';

import { buttonClass } from './_ui/button-class';
import { ErrorState } from './_ui/error-state';
import { referenceOf } from './_ui/reference';

/** A fault in the frame itself, which this page therefore replaces. */
export default function GlobalError({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Galley</title>
        <main className="py-16">
          <ErrorState
            title="Galley could not be shown"
            reference={referenceOf(error)}
            actions={
              <button type="button" className={buttonClass('primary')} onClick={retry}>
                Try again
              </button>
            }
          >
            <p>What you saved is safe. If it happens again, give the reference to an administrator.</p>
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
