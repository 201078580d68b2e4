import { SEVERITIES, type Severity } from '@/lib/schema/tag-schema';
import { cx } from './class-names';

const COLOUR: Readonly<Record<Severity, string>> = {
  note: 'text-(--severity-note)',
  minor: 'text-(--severity-minor)',
  major: 'text-(--severity-major)',
  critical: 'text-(--severity-critical)',
};

export interface SeverityLabelProps {
  readonly severity: Severity;
  /** Shows the bars alone; the word is still there for assistive technology. */
  readonly compact?: boolean;
}

/** Bars that fill up with the severity, and its word. */
export function SeverityLabel({ severity, compact = false }: SeverityLabelProps) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-[0.8125rem]', COLOUR[severity])}>
      <SeverityBars severity={severity} />
      <span className={compact ? 'sr-only' : 'font-medium'}>{severity}</span>
    </span>
  );
}

/** Nought to three bars of rising height; the picture only. */
export function SeverityBars({ severity }: { readonly severity: Severity }) {
  const level = SEVERITIES.indexOf(severity);
  return (
    <svg aria-hidden viewBox="0 0 14 12" className={cx('h-3 w-3.5 shrink-0', COLOUR[severity])}>
      {[1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 5 - 4.5}
          y={11.5 - bar * 3.5}
          width="3"
          height={bar * 3.5}
          rx="0.75"
          fill={bar <= level ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeOpacity={bar <= level ? 1 : 0.55}
        />
      ))}
    </svg>
  );
}
