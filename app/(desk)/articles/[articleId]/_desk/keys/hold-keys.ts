import type { DeskModel } from '../model/desk-model';
import type { Overlay } from '../model/desk-state';

/** Windows that are opened to be typed into. */
const TYPED_INTO: ReadonlySet<Overlay | null> = new Set<Overlay>(['quote', 'palette', 'marks']);

/** Keys with a meaning to such a field that is not a character. */
const HELD = new Set(['Enter', 'Backspace', 'ArrowDown', 'ArrowUp']);

/**
 * A window takes a while to come: it may still have to be fetched, and is mounted over several frames before its field
 * has the focus. Whoever types on meanwhile means the window: from the moment it is asked for, keys are held, and given
 * to the field in their order when it is there. Keys that arrive while this goes on queue behind them. An input
 * method's own keys cannot be held. Returns how to stop.
 */
export function holdKeys(desk: DeskModel): () => void {
  let overlay = desk.state.get().overlay;
  let awaited = false;
  let held: string[] = [];
  let giving: ReturnType<typeof setTimeout> | undefined;

  const giveNext = (): void => {
    clearTimeout(giving);
    giving = undefined;
    if (awaited || held.length === 0) return;
    // Screens see the effect of one key before the next one comes, as when somebody types.
    giving = setTimeout(() => {
      const key = held.shift();
      if (key !== undefined) giveKey(key);
      giveNext();
    });
  };

  const onState = (): void => {
    const next = desk.state.get().overlay;
    if (next === overlay) return;
    overlay = next;
    // What was meant for a window that never came is not meant for the desk.
    if (awaited && next === null) held = [];
    awaited = TYPED_INTO.has(next);
    giveNext();
  };

  const onFocus = ({ target }: FocusEvent): void => {
    if (!awaited || isAtDesk(target) || !isTextField(target)) return;
    awaited = false;
    giveNext();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.isComposing) return;
    if (held.length === 0 && !(awaited && isAtDesk(document.activeElement))) return;
    if (event.key === 'Escape') {
      held = [];
      if (awaited) desk.state.set({ overlay: null });
      else return;
    } else if (HELD.has(event.key) || isCharacter(event)) held.push(event.key);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const unsubscribe = desk.state.subscribe(onState);
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('focusin', onFocus);
  return () => {
    unsubscribe();
    clearTimeout(giving);
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('focusin', onFocus);
  };
}

const isTextField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  (target instanceof HTMLInputElement && ['text', 'search'].includes(target.type)) ||
  target instanceof HTMLTextAreaElement;

/** Windows stand outside the desk's own element. */
const isAtDesk = (target: EventTarget | null): boolean =>
  !(target instanceof Element) || target === document.body || target.closest('.desk') !== null;

/** AltGr counts as Ctrl and Alt on some systems and still writes. */
const isCharacter = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 &&
  (event.getModifierState('AltGraph') || (!event.ctrlKey && !event.metaKey && !event.altKey));

/** What the browser would have done: the page hears of the key, and a field that has the focus then takes it. */
function giveKey(key: string): void {
  const from = document.activeElement ?? document.body;
  const heard = from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const field = document.activeElement;
  if (!heard || !isTextField(field)) return;
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (start === null || end === null) return;
  if (key === 'Backspace') {
    const last = [...value.slice(0, start)].at(-1) ?? '';
    field.setRangeText('', start === end ? start - last.length : start, end, 'end');
  } else if (!HELD.has(key)) field.setRangeText(key, start, end, 'end');
  else return;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
