import type { ReactNode } from 'react';
import { KeepSession } from '@/app/_ui/keep-session';

/** Around every signed-in screen. */
export default function DeskLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <KeepSession />
    </>
  );
}
