import { describe, expect, it } from 'vitest';
import { isSingleKey, sayKeys } from './say-keys';

const CASES: Record<string, { mac: string; other: string; single: boolean }> = {
  j: { mac: 'J', other: 'J', single: true },
  'Shift+N': { mac: '⇧ N', other: 'Shift N', single: true },
  '[Shift]+?': { mac: '?', other: '?', single: true },
  '/': { mac: '/', other: '/', single: true },
  '$mod+k': { mac: '⌘ K', other: 'Ctrl K', single: false },
  '$mod+Shift+z': { mac: '⌘ ⇧ Z', other: 'Ctrl Shift Z', single: false },
  'Alt+KeyC': { mac: '⌥ C', other: 'Alt C', single: false },
  'Alt+ArrowDown': { mac: '⌥ ↓', other: 'Alt ↓', single: false },
  Delete: { mac: '⌦', other: 'Del', single: false },
};

describe('sayKeys', () => {
  for (const [binding, { mac, other, single }] of Object.entries(CASES)) {
    it(binding, () => {
      expect(sayKeys(binding, true).join(' ')).toBe(mac);
      expect(sayKeys(binding, false).join(' ')).toBe(other);
      expect(isSingleKey(binding)).toBe(single);
    });
  }
});
