'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { MadeToken, TokenView } from '@/lib/contract/person';
import { MadeTokenDialog, TokenForm } from './token-form';

export interface TokenListProps {
  readonly tokens: readonly TokenView[];
  readonly admin: boolean;
}

/** The tokens with which programs act for this person. */
export function TokenList({ tokens, admin }: TokenListProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);

  async function revoke(token: TokenView): Promise<void> {
    const answer = await call({ method: 'DELETE', path: `/api/v1/me/tokens/${token.id}` });
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(`The token “${token.name}” no longer works`);
    router.refresh();
  }

  return (
    <>
      {tokens.length === 0 ? (
        <p className="mb-4 text-muted">You have made none.</p>
      ) : (
        <ul aria-label="Your tokens" className="mb-5 divide-y divide-line border-y border-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 text-sm">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium break-words">{token.name}</span>
                  <code className="font-mono text-xs text-muted">{token.prefix}…</code>
                </p>
                <p className="text-[0.8125rem] text-muted">
                  {token.scope} ·{' '}
                  {token.lastUsedAt === null ? (
                    'never used'
                  ) : (
                    <>
                      used <Time value={token.lastUsedAt} />
                    </>
                  )}{' '}
                  ·{' '}
                  {token.expiresAt === null ? (
                    'does not expire'
                  ) : (
                    <>
                      until <Time value={token.expiresAt} form="date" />
                    </>
                  )}
                </p>
              </div>
              <Button size="small" disabled={busy} onClick={() => void revoke(token)}>
                Revoke
                <span className="sr-only"> {token.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
        New token
      </Button>
      {making ? (
        <TokenForm
          admin={admin}
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
            router.refresh();
          }}
        />
      ) : null}
      {made === null ? null : <MadeTokenDialog token={made} onClose={() => setMade(null)} />}
    </>
  );
}
