'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { changedFields, mergeLists, onTop } from '@/app/_ui/changed-fields';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/error-state';
import { TextArea, TextField } from '@/app/_ui/field';
import { Section } from '@/app/_ui/page-head';
import { notifyDone } from '@/app/_ui/toast';
import { useCall } from '@/app/_ui/use-call';
import type { ProjectView } from '@/lib/contract/project';
import type { SelectOption } from '@/app/_ui/select';
import { currentOf, fieldMessage, sayFailure, type CallFailure } from '@/lib/sync/api-client';
import { HouseStyleFields } from './house-style-fields';
import { RuleFields } from './rule-fields';
import type { RuleGroup } from './rule-groups';
import { TemplateList } from './template-list';

export interface SettingsFormProps {
  readonly project: ProjectView;
  /** What a template of notices may be about. */
  readonly subjects: readonly SelectOption<string>[];
  readonly rules: readonly RuleGroup[];
}

/** Everything about a project that is text. */
export function SettingsForm({ project, subjects, rules }: SettingsFormProps) {
  const router = useRouter();
  const { busy, call } = useCall();
  const [name, setName] = useState(project.name);
  const [guidelines, setGuidelines] = useState(project.guidelines);
  const [names, setNames] = useState(project.knownNames.join('\n'));
  const [noticeTemplates, setTemplates] = useState<ProjectView['noticeTemplates']>(project.noticeTemplates);
  const [houseStyle, setHouseStyle] = useState(project.houseStyle);
  const [ruleSwitches, setSwitches] = useState(project.ruleSwitches);
  const [seen, setSeen] = useState<SettingsSeen>(project);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const knownNames = linesOf(names);
  const namesFault = knownNames
    .map((_, at) => fieldMessage(failure, `knownNames[${at}]`))
    .find((text) => text !== null);

  /** What nobody touched here becomes what it is by now; of names, both sides' are kept. */
  function takeIn(theirs: SettingsSeen): void {
    setSeen(theirs);
    setName((now) => onTop(seen.name, now, theirs.name));
    setGuidelines((now) => onTop(seen.guidelines, now, theirs.guidelines));
    setNames((now) => mergeLists(seen.knownNames, linesOf(now), theirs.knownNames).join('\n'));
    setTemplates((now) => onTop(seen.noticeTemplates, now, theirs.noticeTemplates));
    setHouseStyle((now) => onTop(seen.houseStyle, now, theirs.houseStyle));
    setSwitches((now) => onTop(seen.ruleSwitches, now, theirs.ruleSwitches));
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = changedFields(settingsOf(seen), {
      name,
      guidelines,
      knownNames,
      noticeTemplates,
      houseStyle,
      ruleSwitches,
    });
    const answer =
      body === null
        ? null
        : await call<ProjectView>({ method: 'PATCH', path: `/api/v1/projects/${project.id}`, body });
    if (answer?.ok === false) {
      setFailure(answer.failure);
      const theirs = currentOf<ProjectView>(answer.failure);
      // Saving again is on purpose.
      if (theirs !== null) takeIn(theirs);
      return;
    }
    setFailure(null);
    if (answer !== null) takeIn(answer.value);
    notifyDone('The settings are saved');
    router.refresh();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Section title="Name">
        <TextField
          label="Name of the project"
          hideLabel
          required
          maxLength={120}
          value={name}
          onChange={setName}
          error={fieldMessage(failure, 'name')}
        />
      </Section>
      <Section
        title="Guidelines"
        hint="What reviewers are asked to look at, what they can pass over, how the house writes. Everybody in the project reads them."
      >
        <TextArea
          label="Guidelines"
          hideLabel
          prose
          rows={10}
          maxLength={20_000}
          value={guidelines}
          onChange={setGuidelines}
          error={fieldMessage(failure, 'guidelines')}
        />
      </Section>
      <Section
        title="Known names"
        hint="People, places and things as this desk writes them, one a line. Names in an article are compared with them."
      >
        <TextArea
          label="Known names"
          hideLabel
          rows={10}
          spellCheck={false}
          value={names}
          onChange={setNames}
          error={fieldMessage(failure, 'knownNames') ?? namesFault}
          hint={`${knownNames.length.toLocaleString('en')} ${knownNames.length === 1 ? 'name' : 'names'}`}
        />
      </Section>
      <Section
        title="House style"
        hint="Where a word or a number may be written in several ways: what departs from the house’s is suggested for correction."
      >
        <HouseStyleFields style={houseStyle} onChange={setHouseStyle} />
      </Section>
      <Section
        title="Rules"
        hint="What is looked for in an article and suggested. Nothing of it is said of the article until a person makes a mark of it."
      >
        <RuleFields groups={rules} switches={ruleSwitches} onChange={setSwitches} />
      </Section>
      <Section
        title="Notices"
        hint="How this desk words what it publishes about its errors. Whatever has no template here is worded by Galley."
      >
        <TemplateList
          templates={noticeTemplates}
          subjects={subjects}
          onChange={(templates) => setTemplates([...templates])}
          faultOf={(field) => fieldMessage(failure, field)}
        />
      </Section>
      <div className="flex flex-col gap-3 pt-6 lg:pl-[18.5rem]">
        {failure === null ? null : <Notice tone="danger">{sayFailure(failure)}</Notice>}
        <Button look="primary" type="submit" busy={busy} className="self-start">
          Save settings
        </Button>
      </div>
    </form>
  );
}

type SettingsSeen = Pick<
  ProjectView,
  'name' | 'guidelines' | 'knownNames' | 'noticeTemplates' | 'houseStyle' | 'ruleSwitches'
>;

const settingsOf = ({
  name,
  guidelines,
  knownNames,
  noticeTemplates,
  houseStyle,
  ruleSwitches,
}: SettingsSeen) => ({
  name,
  guidelines,
  knownNames,
  noticeTemplates,
  houseStyle,
  ruleSwitches,
});

/** One name a line, each once. */
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
