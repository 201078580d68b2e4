'use client';

import { useSyncExternalStore } from 'react';

const MINUTE = 60;
const STEPS = [
  { below: 60 * MINUTE, unit: 'minute', seconds: MINUTE },
  { below: 24 * 60 * MINUTE, unit: 'hour', seconds: 60 * MINUTE },
  { below: 7 * 24 * 60 * MINUTE, unit: 'day', seconds: 24 * 60 * MINUTE },
] as const;

const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const FULL: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' };

const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | null = null;

/** One clock for all the times on a page: it ticks once a minute while anybody looks at it. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, MINUTE * 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
    now = 0;
  };
}

const clock = (): number => (now === 0 ? (now = Date.now()) : now);

export interface TimeProps {
  /** ISO 8601. */
  readonly value: string;
  /** `relative` says "3 hours ago" for a week and the date after that. */
  readonly form?: 'relative' | 'date' | 'full';
}

/**
 * A time in the reader's own zone and words. The server, which knows neither, writes the date in UTC first.
 */
export function Time({ value, form = 'relative' }: TimeProps) {
  const at = useSyncExternalStore(subscribe, clock, () => 0);
  const date = new Date(value);
  const server = at === 0;
  const zone = server ? ({ timeZone: 'UTC' } as const) : {};
  const language = server ? 'en' : undefined;
  const full = new Intl.DateTimeFormat(language, { ...FULL, ...zone }).format(date);
  const text =
    form === 'full'
      ? full
      : ((form === 'relative' && !server ? sayAgo(date, at) : null) ??
        new Intl.DateTimeFormat(language, { ...DATE, ...zone }).format(date));
  return (
    <time dateTime={value} title={full} className="whitespace-nowrap">
      {text}
    </time>
  );
}

function sayAgo(date: Date, at: number): string | null {
  const seconds = (date.getTime() - at) / 1_000;
  if (Math.abs(seconds) < MINUTE) return 'just now';
  const step = STEPS.find((candidate) => Math.abs(seconds) < candidate.below);
  return step === undefined
    ? null
    : new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
        Math.round(seconds / step.seconds),
        step.unit,
      );
}
