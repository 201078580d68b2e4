import { fail, ok, type Result } from '@/lib/result';

/** Every switch with what it can be set to; `any` leaves it to the writer. */
export const HOUSE_STYLE_CHOICES = {
  variety: ['any', 'en-US', 'en-GB'],
  quotationMarks: ['any', 'curly', 'straight'],
  percent: ['any', '%', 'percent', 'per cent'],
  dates: ['any', 'day-month', 'month-day'],
  smallNumbers: ['any', 'words', 'figures'],
} as const;

type Choices = typeof HOUSE_STYLE_CHOICES;

/** How a desk writes what may be written in several ways. */
export type HouseStyle = { readonly [Name in keyof Choices]: Choices[Name][number] };

export const NO_HOUSE_STYLE: HouseStyle = {
  variety: 'any',
  quotationMarks: 'any',
  percent: 'any',
  dates: 'any',
  smallNumbers: 'any',
};

/** Reads switches written `name=value`, over those that leave all to the writer; a wrong one is named in a sentence. */
export function parseHouseStyle(settings: readonly string[]): Result<HouseStyle, string> {
  const style: Record<string, string> = { ...NO_HOUSE_STYLE };
  const names = Object.keys(HOUSE_STYLE_CHOICES);
  for (const setting of settings) {
    const at = setting.indexOf('=');
    const [name, value] = [setting.slice(0, Math.max(0, at)), setting.slice(at + 1)];
    if (!names.includes(name))
      return fail(`“${setting}” sets no house style; there are ${names.join(', ')}.`);
    const choices: readonly string[] = HOUSE_STYLE_CHOICES[name as keyof Choices];
    if (!choices.includes(value)) return fail(`${name} is one of ${choices.join(', ')}, not “${value}”.`);
    style[name] = value;
  }
  return ok(style as HouseStyle);
}
