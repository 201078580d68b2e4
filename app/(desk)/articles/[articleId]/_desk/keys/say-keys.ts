/** Keys as they are printed on a keyboard, apart from letters and digits. */
const PRINTED: Readonly<Record<string, { readonly mac: string; readonly other: string }>> = {
  $mod: { mac: '⌘', other: 'Ctrl' },
  Alt: { mac: '⌥', other: 'Alt' },
  Shift: { mac: '⇧', other: 'Shift' },
  ArrowDown: { mac: '↓', other: '↓' },
  ArrowUp: { mac: '↑', other: '↑' },
  Delete: { mac: '⌦', other: 'Del' },
  Backspace: { mac: '⌫', other: 'Backspace' },
  Escape: { mac: 'Esc', other: 'Esc' },
};

/** A binding in the words of tinykeys as the keys to press: `$mod+Shift+z` is `⌘ ⇧ Z` or `Ctrl Shift Z`. */
export function sayKeys(binding: string, mac: boolean): readonly string[] {
  return binding
    .replace(/\[[^\]]+\]\+/g, '')
    .split(/(?<=.)\+/)
    .map((key) => PRINTED[key]?.[mac ? 'mac' : 'other'] ?? key.replace(/^Key/, '').toUpperCase());
}

/** Whether a binding is one character, with or without Shift: those are in the way of people who dictate. */
export const isSingleKey = (binding: string): boolean => /^(\[?Shift\]?\+)?.$/.test(binding);

export const isMac = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.platform);
