'use client';

import { Section } from '@/app/_ui/page-head';
import { RadioCards } from '@/app/_ui/radio-cards';
import { useTheme } from '@/app/_ui/use-theme';

/** Light, dark, or as the machine has it; remembered by this browser. */
export function ThemeForm() {
  const [theme, setTheme] = useTheme();
  return (
    <Section title="Theme" hint="Remembered by this browser.">
      <RadioCards
        label="How Galley looks"
        value={theme}
        onChange={setTheme}
        options={[
          { value: 'system', label: 'As the system', hint: 'Changes with it.' },
          { value: 'light', label: 'Light', hint: 'Ink on newsprint.' },
          { value: 'dark', label: 'Dark', hint: 'For the late shift.' },
        ]}
      />
    </Section>
  );
}
