'use client';

import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { tagShades } from '@/app/_ui/tag-chip';
import { COLOURS, type Colour } from '@/lib/schema/tag-schema';

export interface ColourPickerProps {
  readonly value: Colour;
  readonly onChange: (colour: Colour) => void;
}

/** The palette of twelve, each with its name. */
export function ColourPicker({ value, onChange }: ColourPickerProps) {
  const id = useId();
  return (
    <div>
      <div className="mb-1.5 flex items-baseline gap-2 text-sm font-medium">
        <span id={id}>Colour</span>
        <span className="text-[0.8125rem] font-normal text-muted">{value}</span>
      </div>
      <RadioGroup
        aria-labelledby={id}
        value={value}
        onValueChange={(next) => onChange(next)}
        className="grid grid-cols-6 gap-2 sm:grid-cols-12 lg:grid-cols-6 xl:grid-cols-12"
      >
        {COLOURS.map((colour) => (
          <Radio.Root
            key={colour}
            value={colour}
            aria-label={colour}
            title={colour}
            style={tagShades(colour)}
            className="flex h-8 items-center justify-center rounded-md border-b-4 border-(--tag-line) bg-(--tag-bg) text-(--tag-text) data-checked:outline-2 data-checked:outline-offset-1 data-checked:outline-ink pointer-coarse:h-11"
          >
            <Radio.Indicator>
              <Check aria-hidden className="size-4" strokeWidth={3} />
            </Radio.Indicator>
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
