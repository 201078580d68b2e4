'use client';

import { Select } from '@/app/_ui/select';
import type { ProjectView } from '@/lib/contract/project';
import { HOUSE_STYLE_CHOICES } from '@/lib/suggestions/house-style';

type HouseStyle = ProjectView['houseStyle'];
type Switch = keyof typeof HOUSE_STYLE_CHOICES;

const LABELS: Readonly<Record<Switch, string>> = {
  variety: 'English',
  quotationMarks: 'Quotation marks',
  percent: 'Per cent',
  dates: 'Dates',
  smallNumbers: 'Numbers up to nine',
};

const CHOICES: Readonly<Record<string, string>> = {
  any: 'left to the writer',
  'en-US': 'American',
  'en-GB': 'British',
  'day-month': '6 June',
  'month-day': 'June 6',
};

export interface HouseStyleFieldsProps {
  readonly style: HouseStyle;
  readonly onChange: (style: HouseStyle) => void;
}

/** What suggestions hold an article to where it may be written in several ways. */
export function HouseStyleFields({ style, onChange }: HouseStyleFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(Object.keys(HOUSE_STYLE_CHOICES) as Switch[]).map((name) => (
        <Select<string>
          key={name}
          label={LABELS[name]}
          value={style[name] ?? 'any'}
          options={HOUSE_STYLE_CHOICES[name].map((value) => ({ value, label: CHOICES[value] ?? value }))}
          onChange={(value) => onChange({ ...style, [name]: value })}
        />
      ))}
    </div>
  );
}
