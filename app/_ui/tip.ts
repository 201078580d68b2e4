/** What an element says on hover and focus, as attributes of it. Never the only place where something is said. */
export const tip = (label: string, shortcut?: string) => ({
  'data-tip': label,
  ...(shortcut === undefined ? {} : { 'data-tip-keys': shortcut }),
});

export interface Tip {
  readonly element: Element;
  readonly label: string;
  readonly shortcut: string | undefined;
}

/** The tip of an element or of what it stands in. */
export function tipOf(target: EventTarget | null): Tip | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  return element === null
    ? null
    : { element, label: element.dataset['tip'] ?? '', shortcut: element.dataset['tipKeys'] };
}
