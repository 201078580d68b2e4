import { ButtonLink } from './button';
import { Door } from './door';

export interface SpentLinkProps {
  /** Who gives out a new one. */
  readonly children: React.ReactNode;
}

/** A one-time link that was used, has run out, was taken back or never was. Which of them is not told. */
export function SpentLink({ children }: SpentLinkProps) {
  return (
    <Door
      title="This link no longer works"
      lead={
        <>
          <p>It works once and for a limited time, and somebody may have used it or taken it back.</p>
          <p className="mt-2">{children}</p>
        </>
      }
    >
      <ButtonLink href="/sign-in" look="primary">
        Go to sign in
      </ButtonLink>
    </Door>
  );
}
