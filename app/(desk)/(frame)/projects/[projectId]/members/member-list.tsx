'use client';

import { UserMinus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Avatar } from '@/app/_ui/avatar';
import { IconButton } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Select } from '@/app/_ui/select';
import { Cell, HeadCell, Row, Table } from '@/app/_ui/table';
import { Time } from '@/app/_ui/time';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { MemberRole, MemberView } from '@/lib/contract/project';
import { AddMember } from './add-member';
import { ROLES } from './roles';

export interface MemberListProps {
  readonly projectId: string;
  /** Whoever is looking. */
  readonly me: string;
  readonly members: readonly MemberView[];
  readonly mayEdit: boolean;
}

/** The members; an editor adds, changes and removes them. */
export function MemberList({ projectId, me, members, mayEdit }: MemberListProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const path = `/api/v1/projects/${projectId}/members`;

  async function change(member: MemberView, role: MemberRole): Promise<void> {
    const answer = await call<MemberView>({
      method: 'PATCH',
      path: `${path}/${member.personId}`,
      body: { role },
    });
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(`${member.name} is now ${role === 'editor' ? 'an editor' : 'a reviewer'}`);
    router.refresh();
  }

  async function remove(member: MemberView): Promise<void> {
    const answer = await call({ method: 'DELETE', path: `${path}/${member.personId}` });
    setLeaving(null);
    if (!answer.ok) return notifyFailure(answer.failure);
    notifyDone(`${member.name} is no longer a member`);
    if (member.personId === me) router.push('/projects');
    router.refresh();
  }

  return (
    <>
      {mayEdit ? <AddMember path={path} /> : null}
      <Table caption="Members of the project">
        <thead>
          <tr>
            <HeadCell>Person</HeadCell>
            <HeadCell>Role</HeadCell>
            <HeadCell className="hidden sm:table-cell">Member since</HeadCell>
            {mayEdit ? (
              <HeadCell>
                <span className="sr-only">Remove</span>
              </HeadCell>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Row key={member.personId}>
              <Cell>
                <span className="flex items-center gap-3">
                  <Avatar name={member.name} size="medium" decorative />
                  <span className="min-w-0">
                    <span className="block font-medium break-words">
                      {member.name}
                      {member.personId === me ? <span className="font-normal text-muted"> (you)</span> : null}
                    </span>
                    <span className="block text-[0.8125rem] break-all text-muted">
                      {member.email}
                      {member.deactivated ? ' · deactivated' : ''}
                    </span>
                  </span>
                </span>
              </Cell>
              <Cell className="align-middle">
                {mayEdit ? (
                  <Select
                    label={`Role of ${member.name}`}
                    hideLabel
                    size="small"
                    className="w-32"
                    value={member.role}
                    options={ROLES}
                    disabled={busy}
                    onChange={(role) => void change(member, role)}
                  />
                ) : (
                  member.role
                )}
              </Cell>
              <Cell className="hidden align-middle text-muted sm:table-cell">
                <Time value={member.since} form="date" />
              </Cell>
              {mayEdit ? (
                <Cell className="text-right align-middle">
                  <IconButton label={`Remove ${member.name}`} onClick={() => setLeaving(member)}>
                    <UserMinus aria-hidden className="size-4" />
                  </IconButton>
                </Cell>
              ) : null}
            </Row>
          ))}
        </tbody>
      </Table>
      {leaving === null ? null : (
        <ConfirmDialog
          open
          onOpenChange={(open) => {
            if (!open) setLeaving(null);
          }}
          title={`Remove ${leaving.personId === me ? 'yourself' : leaving.name} from the project?`}
          confirm="Remove"
          danger
          busy={busy}
          onConfirm={() => void remove(leaving)}
        >
          {leaving.personId === me ? 'You' : 'They'} no longer see its articles. Marks and decisions stay,
          with the name on them, and {leaving.personId === me ? 'you' : 'they'} can be added again at any
          time.
        </ConfirmDialog>
      )}
    </>
  );
}
