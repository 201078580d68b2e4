'use client';

import { Checkbox } from '@/app/_ui/checkbox';
import type { ProjectView } from '@/lib/contract/project';
import type { OfferedRule, RuleGroup } from './rule-groups';

type Switches = ProjectView['ruleSwitches'];

export interface RuleFieldsProps {
  readonly groups: readonly RuleGroup[];
  readonly switches: Switches;
  readonly onChange: (switches: Switches) => void;
}

/** Which rules look at the articles of a project. What stands as it comes is not kept, and follows later versions. */
export function RuleFields({ groups, switches, onChange }: RuleFieldsProps) {
  function toggle({ id, on }: OfferedRule, checked: boolean): void {
    const { [id]: _before, ...others } = switches;
    onChange(checked === on ? others : { ...others, [id]: checked });
  }
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {groups.map(({ name, rules }) => (
        <fieldset key={name} className="flex flex-col gap-2.5">
          <legend className="mb-2 text-[0.8125rem] font-semibold text-muted">{name}</legend>
          {rules.map((rule) => (
            <Checkbox
              key={rule.id}
              label={rule.name}
              hint={
                rule.on ? undefined : 'Off unless it is wanted: more of what it finds is right as it stands.'
              }
              checked={switches[rule.id] ?? rule.on}
              onChange={(checked) => toggle(rule, checked)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
