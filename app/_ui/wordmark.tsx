import { cx } from './class-names';

/** The mark: two lines of type and, between them, the blue pencil's caret: something goes in here. */
export function LogoMark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" className={cx('size-6', className)}>
      <path d="M3 4.5h18M3 20.5h11" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <path
        d="m6.5 15 5.5-6.25L17.5 15"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** The name as it stands at the top of every screen. */
export function Wordmark({ className }: { readonly className?: string | undefined }) {
  return (
    <span className={cx('inline-flex items-center gap-2.5 text-ink', className)}>
      <LogoMark className="size-[1.3em]" />
      <span className="pb-[0.08em] font-serif text-[1.3em] leading-none font-semibold tracking-[-0.02em]">
        Galley
      </span>
    </span>
  );
}
