import Link from 'next/link';
import { cx } from '@/app/_ui/class-names';
import { WhileComing } from '@/app/_ui/tab-links';
import { ANNOTATION_STATUSES, type AnnotationStatus } from '@/lib/annotation/annotation';

/** Which marks are listed; in the address, so that it can be gone back to. */
export function StatusLinks({ status }: { readonly status: AnnotationStatus | null }) {
  return (
    <nav aria-label="Status" className="-mx-4 mb-4 overflow-x-auto px-4">
      <ul className="flex w-max gap-1.5">
        {[null, ...ANNOTATION_STATUSES].map((option) => (
          <li key={option ?? 'all'}>
            <Link
              href={option === null ? '/my-marks' : `/my-marks?status=${option}`}
              aria-current={option === status ? 'page' : undefined}
              className={cx(
                'flex h-8 items-center rounded-full border px-3.5 text-[0.8125rem] font-medium pointer-coarse:h-11',
                option === status
                  ? 'border-transparent bg-primary text-on-primary forced-colors:underline'
                  : 'border-line-strong text-muted hover:bg-hover hover:text-ink',
              )}
            >
              <WhileComing>{option ?? 'all'}</WhileComing>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
