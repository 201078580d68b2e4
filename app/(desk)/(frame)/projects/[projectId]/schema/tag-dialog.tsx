'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/error-state';
import { checkTag, type SchemaFailure } from '@/lib/schema/check-tag';
import { COLOURS, type TagDefinition, type TagKey } from '@/lib/schema/tag-schema';
import { blankForm, formOf, tagFrom } from './tag-form';
import { TagFormLooks } from './tag-form-looks';
import { TagFormRules } from './tag-form-rules';

export interface TagDialogProps {
  /** The draft's tags. */
  readonly tags: readonly TagDefinition[];
  /** Null adds one. */
  readonly tagKey: TagKey | null;
  readonly uses: number;
  readonly onApply: (tags: readonly TagDefinition[]) => void;
  readonly onClose: () => void;
}

/** All of one tag. Applying puts it into the draft; nothing is saved yet. */
export function TagDialog({ tags, tagKey, uses, onApply, onClose }: TagDialogProps) {
  const before = tags.find((tag) => tag.key === tagKey) ?? null;
  const [form, setForm] = useState(() => (before === null ? blankForm(rarestColour(tags)) : formOf(before)));
  const [failure, setFailure] = useState<SchemaFailure | null>(null);
  const others = tags.filter((tag) => tag !== before);
  const after = tagFrom(form, before?.retired ?? false);
  const loser = after.digit === null ? undefined : others.find((tag) => tag.digit === after.digit);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const giving = others.map((tag) => (tag === loser ? { ...tag, digit: null } : tag));
    const wrong = checkTag(after, giving);
    if (wrong !== null) return setFailure(wrong);
    const kept = tags.map((tag) => (tag === before ? after : tag === loser ? { ...tag, digit: null } : tag));
    onApply(before === null ? [...kept, after] : kept);
  }

  return (
    <Dialog
      open
      width="large"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={before === null ? 'Add tag' : `Edit “${before.label}”`}
      description={
        uses === 0
          ? 'No mark carries this tag yet.'
          : `${uses.toLocaleString('en')} ${uses === 1 ? 'mark carries' : 'marks carry'} this tag. A new label or colour shows on them at once; new rules count from the next decision on.`
      }
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" form="tag">
            {before === null ? 'Add to the draft' : 'Apply to the draft'}
          </Button>
        </>
      }
    >
      <form id="tag" noValidate className="grid gap-x-10 gap-y-8 lg:grid-cols-2" onSubmit={submit}>
        {failure === null ? null : (
          <div className="lg:col-span-2">
            <Notice tone="danger">{failure.message}</Notice>
          </div>
        )}
        <TagFormLooks
          form={form}
          isNew={before === null}
          retired={before?.retired ?? false}
          loser={loser?.label ?? null}
          others={others}
          failure={failure}
          onChange={setForm}
        />
        <TagFormRules form={form} failure={failure} onChange={setForm} />
      </form>
    </Dialog>
  );
}

/** The colour that the fewest tags have. */
function rarestColour(tags: readonly TagDefinition[]): TagDefinition['colour'] {
  const uses = (colour: TagDefinition['colour']): number =>
    tags.filter((tag) => tag.colour === colour).length;
  return COLOURS.reduce((rarest, colour) => (uses(colour) < uses(rarest) ? colour : rarest));
}
