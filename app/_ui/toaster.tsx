'use client';

import { CircleCheck, CircleX, Info } from 'lucide-react';
import { useEffect } from 'react';
import { toast, Toaster as Sonner } from 'sonner';

export interface ToasterProps {
  /** Told once messages can be shown, and how. */
  readonly onReady: (show: typeof toast) => void;
}

/** The messages themselves, fetched with the first of them. */
export default function Toaster({ onReady }: ToasterProps) {
  useEffect(() => onReady(toast), [onReady]);
  return (
    <Sonner
      position="bottom-center"
      gap={8}
      containerAriaLabel="Messages"
      icons={{
        success: <CircleCheck aria-hidden className="size-4.5 text-ok" />,
        error: <CircleX aria-hidden className="size-4.5 text-danger" />,
        info: <Info aria-hidden className="size-4.5 text-accent" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-lg font-sans border border-line bg-raised px-4 py-3 text-sm text-ink shadow-high sm:w-(--width)',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'mt-0.5 text-muted',
          actionButton:
            'h-8 shrink-0 rounded-md border border-line-strong bg-sheet px-2.5 text-[0.8125rem] font-medium hover:bg-hover',
        },
      }}
    />
  );
}
