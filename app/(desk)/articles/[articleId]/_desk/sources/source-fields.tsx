'use client';

import { Checkbox } from '@/app/_ui/checkbox';
import { TextField } from '@/app/_ui/field';
import { Select } from '@/app/_ui/select';
import type { SourceView } from '@/lib/contract/source';
import { fieldMessage, type CallFailure } from '@/lib/sync/api-client';

/** What is typed about a source; dates as a day, `2018-06-06`. */
export interface SourceFacts {
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly url: string;
  readonly archiveUrl: string;
  readonly published: string;
  readonly accessed: string;
  readonly kind: 'unknown' | 'primary' | 'secondary';
  readonly protected: boolean;
}

export const NO_FACTS: SourceFacts = {
  title: '',
  author: '',
  publisher: '',
  url: '',
  archiveUrl: '',
  published: '',
  accessed: '',
  kind: 'unknown',
  protected: false,
};

export const factsOf = (source: SourceView): SourceFacts => ({
  title: source.title,
  author: source.author ?? '',
  publisher: source.publisher ?? '',
  url: source.url ?? '',
  archiveUrl: source.archiveUrl ?? '',
  published: source.publishedAt?.slice(0, 10) ?? '',
  accessed: source.accessedAt?.slice(0, 10) ?? '',
  kind: source.kind ?? 'unknown',
  protected: source.protected,
});

/** As the API takes them: what is empty is null. */
export const factsToSend = (facts: SourceFacts) => ({
  author: orNull(facts.author),
  publisher: orNull(facts.publisher),
  url: orNull(facts.url),
  archiveUrl: orNull(facts.archiveUrl),
  publishedAt: dayOrNull(facts.published),
  accessedAt: dayOrNull(facts.accessed),
  kind: facts.kind === 'unknown' ? null : facts.kind,
  protected: facts.protected,
});

/** Only what was changed: a day on the form may stand for a time of it. */
export const changedFacts = (source: SourceView, facts: SourceFacts) => {
  const [was, is] = [factsOf(source), facts].map((each) => ({ title: each.title, ...factsToSend(each) }));
  return Object.fromEntries(
    Object.entries(is!).filter(([name, value]) => was![name as keyof typeof was] !== value),
  );
};

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
const dayOrNull = (day: string): string | null => (day === '' ? null : `${day}T00:00:00Z`);

export interface SourceFieldsProps {
  readonly facts: SourceFacts;
  readonly failure: CallFailure | null;
  readonly onChange: (facts: SourceFacts) => void;
}

/** All that is known of a source apart from its title and text. */
export function SourceFields({ facts, failure, onChange }: SourceFieldsProps) {
  const set = (part: Partial<SourceFacts>): void => onChange({ ...facts, ...part });
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <TextField
        label="Author"
        optional
        value={facts.author}
        error={fieldMessage(failure, 'author')}
        onChange={(author) => set({ author })}
      />
      <TextField
        label="Publisher"
        optional
        value={facts.publisher}
        error={fieldMessage(failure, 'publisher')}
        onChange={(publisher) => set({ publisher })}
      />
      <TextField
        label="Link"
        optional
        inputMode="url"
        value={facts.url}
        error={fieldMessage(failure, 'url')}
        onChange={(url) => set({ url })}
      />
      <TextField
        label="Archived at"
        optional
        inputMode="url"
        value={facts.archiveUrl}
        error={fieldMessage(failure, 'archiveUrl')}
        onChange={(archiveUrl) => set({ archiveUrl })}
      />
      <TextField
        label="Published"
        optional
        type="date"
        value={facts.published}
        error={fieldMessage(failure, 'publishedAt')}
        onChange={(published) => set({ published })}
      />
      <TextField
        label="Accessed"
        optional
        type="date"
        value={facts.accessed}
        error={fieldMessage(failure, 'accessedAt')}
        onChange={(accessed) => set({ accessed })}
      />
      <Select
        label="Kind"
        value={facts.kind}
        options={[
          { value: 'unknown', label: 'not said' },
          { value: 'primary', label: 'primary' },
          { value: 'secondary', label: 'secondary' },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <div className="self-end pb-2">
        <Checkbox
          label="Protected"
          hint="Nothing of it goes into a report."
          checked={facts.protected}
          onChange={(next) => set({ protected: next })}
        />
      </div>
    </div>
  );
}
