'use client';

import { Button, ButtonLink } from '@/app/_ui/button';
import { ErrorState } from '@/app/_ui/error-state';
import { referenceOf } from '@/app/_ui/reference';

/** A fault on one screen; the frame around it goes on working. */
export default function FrameError({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  return (
    <ErrorState
      title="This screen could not be shown"
      reference={referenceOf(error)}
      actions={
        <>
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/projects">All projects</ButtonLink>
        </>
      }
    >
      <p>What you saved is safe. If it happens again, give the reference to an administrator.</p>
    </ErrorState>
  );
}
