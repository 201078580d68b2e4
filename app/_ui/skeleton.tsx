import { cx } from './class-names';

/** A grey bar where something will be. Give it a size by class. */
export const Skeleton = ({ className }: { readonly className?: string | undefined }) => (
  <span
    aria-hidden
    className={cx('block animate-[pulse-soft_1.6s_ease-in-out_infinite] rounded bg-press', className)}
  />
);

export interface LoadingProps {
  /** What is being loaded: "Loading the articles". */
  readonly label: string;
  readonly children: React.ReactNode;
}

/** Says once that something is on its way; the bars inside are silent. */
export const Loading = ({ label, children }: LoadingProps) => (
  <div role="status" aria-busy>
    <span className="sr-only">{label}…</span>
    {children}
  </div>
);

/** A few lines of text on their way. */
export const SkeletonLines = ({ label }: { readonly label: string }) => (
  <Loading label={label}>
    <div className="space-y-2.5 p-5">
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-5/6" />
    </div>
  </Loading>
);
