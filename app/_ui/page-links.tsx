import Link from 'next/link';

export interface PageLinksProps {
  /** Where the newest are; null where they are shown already. */
  readonly newest: string | null;
  /** Where those before are; null where there are none. */
  readonly older: string | null;
}

/** The ways on from a page of a list that begins with the newest. */
export function PageLinks({ newest, older }: PageLinksProps) {
  if (newest === null && older === null) return null;
  return (
    <nav aria-label="Pages" className="mt-5 flex justify-between gap-4 text-sm">
      {newest === null ? (
        <span />
      ) : (
        <Link className="link" href={newest}>
          Newest
        </Link>
      )}
      {older === null ? null : (
        <Link className="link" prefetch={false} href={older}>
          Older
        </Link>
      )}
    </nav>
  );
}
