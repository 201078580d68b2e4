'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import { useLeaveWarning } from '@/app/_ui/use-leave-warning';
import type { TagUsage } from '@/lib/contract/schema';
import type { TagDefinition, TagKey, TagSchema } from '@/lib/schema/tag-schema';
import { diffSchemas } from './diff-schemas';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft';
import { rebaseSchema, type Rebased } from './rebase-schema';
import { SaveBar } from './save-bar';
import { SchemaConflict } from './schema-conflict';
import { TagDialog } from './tag-dialog';
import { TagList } from './tag-list';

export interface SchemaEditorProps {
  readonly projectId: string;
  /** As the server has it. */
  readonly stored: TagSchema;
  readonly usage: TagUsage;
  readonly mayEdit: boolean;
}

interface Conflict {
  readonly theirs: TagSchema;
  readonly rebased: Rebased;
}

/** Changes gather in a draft, are shown with what they touch, and are saved together as one version. */
export function SchemaEditor({ projectId, stored, usage, mayEdit }: SchemaEditorProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [saved, setSaved] = useState(stored);
  const [work, setWork] = useState(() => keptDraft(projectId) ?? null);
  const [editing, setEditing] = useState<{ readonly key: TagKey | null } | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const known = saved.version > stored.version ? saved : stored;
  const base = work?.base ?? known;
  const draft = work?.draft ?? known;
  const changes = diffSchemas(base, draft);
  const dirty = changes.length > 0;

  useEffect(() => {
    if (!dirty) return forgetDraft(projectId);
    keepDraft(projectId, { base, draft });
  }, [projectId, dirty, base, draft]);
  useLeaveWarning(dirty);

  const setTags = (tags: readonly TagDefinition[]): void => setWork({ base, draft: { ...draft, tags } });

  function settle(schema: TagSchema): void {
    setSaved(schema);
    setWork(null);
  }

  async function save(): Promise<void> {
    const answer = await call<TagSchema>({
      method: 'POST',
      path: `/api/v1/projects/${projectId}/schema/changes`,
      body: { version: base.version, changes },
    });
    if (answer.ok) {
      settle(answer.value);
      router.refresh();
      return notifyDone('The tag schema is saved');
    }
    const { failure } = answer;
    if (failure.kind === 'refused' && failure.problem.code === 'stale-revision') {
      const theirs = failure.problem.current as TagSchema;
      return setConflict({ theirs, rebased: rebaseSchema(base, draft, theirs) });
    }
    notifyFailure(failure);
  }

  return (
    <>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-4">
        <p className="max-w-prose text-muted">
          {mayEdit
            ? 'What can be marked in this project. Marks keep the tags they have: a tag in use is retired, never deleted.'
            : 'What can be marked in this project, and when. Its editors keep this list.'}
        </p>
        {mayEdit ? (
          <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setEditing({ key: null })}>
            Add tag
          </Button>
        ) : null}
      </div>
      <TagList
        tags={draft.tags}
        usage={usage}
        mayEdit={mayEdit}
        onEdit={(key) => setEditing({ key })}
        onChange={setTags}
      />
      {dirty ? (
        <SaveBar
          changes={changes}
          base={base}
          usage={usage}
          busy={busy}
          onSave={() => void save()}
          onDiscard={() => settle(base)}
        />
      ) : null}
      {editing === null ? null : (
        <TagDialog
          tags={draft.tags}
          tagKey={editing.key}
          uses={editing.key === null ? 0 : (usage[editing.key] ?? 0)}
          onClose={() => setEditing(null)}
          onApply={(tags) => {
            setTags(tags);
            setEditing(null);
          }}
        />
      )}
      {conflict === null ? null : (
        <SchemaConflict
          base={base}
          theirs={conflict.theirs}
          rebased={conflict.rebased}
          onKeepBoth={() => {
            setWork({ base: conflict.theirs, draft: conflict.rebased.draft });
            setConflict(null);
          }}
          onDiscard={() => {
            settle(conflict.theirs);
            setConflict(null);
          }}
          onClose={() => setConflict(null)}
        />
      )}
    </>
  );
}
