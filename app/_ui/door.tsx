import type { ReactNode } from 'react';
import { ProofPicture } from './proof-picture';
import { Wordmark } from './wordmark';

export interface DoorProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen outside: signing in, setting up, joining, a new password. */
export function Door({ title, lead, children }: DoorProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(28rem,5fr)_7fr]">
      <main id="main" className="flex flex-col px-6 py-8 sm:px-12 lg:px-16">
        <Wordmark className="text-lg" />
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-12 lg:mx-0">
          <h1 className="headline text-3xl">{title}</h1>
          {lead === undefined ? null : <div className="mt-2.5 text-muted">{lead}</div>}
          <div className="mt-8">{children}</div>
        </div>
      </main>
      <ProofPicture />
    </div>
  );
}
