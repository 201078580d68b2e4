'use client';

import { Ellipsis, KeyRound, ShieldCheck, ShieldMinus, ShieldPlus, UserCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { IconButton } from '@/app/_ui/button';
import { cx } from '@/app/_ui/class-names';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Menu, MenuItem, MenuSeparator } from '@/app/_ui/menu';
import { Cell, Row } from '@/app/_ui/table';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { OneTimeLinkView, PersonChange, PersonView } from '@/lib/contract/person';
import { LinkDialog } from './link-dialog';

export interface PersonRowProps {
  readonly person: PersonView;
  readonly isMe: boolean;
  readonly onChanged: (person: PersonView) => void;
}

const ICON = 'size-4 text-muted';

/** One person, and what an administrator can do about their account. */
export function PersonRow({ person, isMe, onChanged }: PersonRowProps) {
  const { busy, call } = useCall();
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<OneTimeLinkView | null>(null);
  const path = `/api/v1/people/${person.id}`;

  async function change(edit: PersonChange, done: string): Promise<void> {
    const answer = await call<PersonView>({ method: 'PATCH', path, body: edit });
    setAsking(false);
    if (!answer.ok) return notifyFailure(answer.failure);
    onChanged(answer.value);
    notifyDone(done);
  }

  async function makeLink(): Promise<void> {
    const answer = await call<OneTimeLinkView>({ method: 'POST', path: `${path}/reset-link` });
    if (answer.ok) setLink(answer.value);
    else notifyFailure(answer.failure);
  }

  return (
    <Row>
      <Cell>
        <span className={cx('flex items-center gap-3', person.deactivated && 'opacity-75')}>
          <Avatar name={person.name} size="medium" decorative />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
              <span className="break-words">
                {person.name}
                {isMe ? <span className="font-normal text-muted"> (you)</span> : null}
              </span>
              {person.admin ? (
                <span className="inline-flex items-center gap-1 text-xs font-semibold text-accent">
                  <ShieldCheck aria-hidden className="size-3.5" />
                  administrator
                </span>
              ) : null}
              {person.deactivated ? (
                <span className="inline-flex items-center gap-1 text-xs font-semibold text-danger">
                  <UserX aria-hidden className="size-3.5" />
                  deactivated
                </span>
              ) : null}
            </span>
            <span className="block text-[0.8125rem] break-all text-muted">{person.email}</span>
          </span>
        </span>
      </Cell>
      <Cell className="hidden align-middle text-muted md:table-cell">
        {person.projects.length === 0
          ? 'none'
          : person.projects.map((project) => `${project.name} (${project.role})`).join(', ')}
      </Cell>
      <Cell className="hidden align-middle text-muted sm:table-cell">
        {person.lastSeenAt === null ? 'never' : <Time value={person.lastSeenAt} />}
      </Cell>
      <Cell className="text-right align-middle">
        <Menu
          trigger={
            <IconButton label={`More for ${person.name}`}>
              <Ellipsis aria-hidden className="size-4.5" />
            </IconButton>
          }
        >
          {person.deactivated ? (
            <MenuItem
              icon={<UserCheck aria-hidden className={ICON} />}
              onSelect={() => void change({ deactivated: false }, `${person.name} can sign in again`)}
            >
              Reactivate
            </MenuItem>
          ) : (
            <>
              <MenuItem icon={<KeyRound aria-hidden className={ICON} />} onSelect={() => void makeLink()}>
                Link for a new password…
              </MenuItem>
              {person.admin ? (
                <MenuItem
                  icon={<ShieldMinus aria-hidden className={ICON} />}
                  onSelect={() =>
                    void change({ admin: false }, `${person.name} is no longer an administrator`)
                  }
                >
                  Take administrator’s rights away
                </MenuItem>
              ) : (
                <MenuItem
                  icon={<ShieldPlus aria-hidden className={ICON} />}
                  onSelect={() => void change({ admin: true }, `${person.name} is an administrator now`)}
                >
                  Make administrator
                </MenuItem>
              )}
              <MenuSeparator />
              <MenuItem
                icon={<UserX aria-hidden className="size-4" />}
                danger
                onSelect={() => setAsking(true)}
              >
                Deactivate…
              </MenuItem>
            </>
          )}
        </Menu>
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={`Deactivate ${isMe ? 'yourself' : person.name}?`}
          confirm="Deactivate"
          danger
          busy={busy}
          onConfirm={() => void change({ deactivated: true }, `${person.name} is deactivated`)}
        >
          Every session and token ends at once. Marks and decisions stay, with the name on them, and the
          account can be reactivated at any time.
        </ConfirmDialog>
        {link === null ? null : (
          <LinkDialog
            title={`Link for ${person.name}`}
            lead={`It lets ${person.name} choose a new password. Hand it over yourself: Galley sends nothing.`}
            link={link}
            onClose={() => setLink(null)}
          />
        )}
      </Cell>
    </Row>
  );
}
