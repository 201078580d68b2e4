import { tipOf, type Tip } from './tip';

/** Milliseconds that a pointer rests before the words come; the keyboard need not wait. */
const REST = 500;
/** After one tip the next comes at once, for as long. */
const WARM = 400;

/** Tells which tip is to be seen, null for none: under a mouse that rests, at a focus that shows. Answers how to stop. */
export function watchTips(tell: (tip: Tip | null) => void): () => void {
  const ending = new AbortController();
  const options = { signal: ending.signal, capture: true, passive: true } as const;
  let shown: Tip | null = null;
  let hiddenAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (tip: Tip | null): void => {
    clearTimeout(timer);
    if (shown?.element === tip?.element) return;
    if (shown !== null) hiddenAt = performance.now();
    shown = tip;
    tell(tip);
  };
  let under: Element | undefined;
  const move = ({ target, pointerType }: PointerEvent): void => {
    const tip = pointerType === 'touch' ? null : tipOf(target);
    if (tip?.element === under) return;
    under = tip?.element;
    if (tip === null) return show(null);
    const warm = shown !== null || performance.now() - hiddenAt < WARM;
    clearTimeout(timer);
    timer = setTimeout(() => show(tip), warm ? 0 : REST);
  };
  const focused = (target: EventTarget | null): void => {
    if (target instanceof Element && target.matches(':focus-visible')) show(tipOf(target));
  };
  const focus = ({ target }: FocusEvent): void => focused(target);
  const hide = (): void => show(null);
  // Moves, not arrivals: a mouse may have been there before anybody watched.
  document.addEventListener('pointermove', move, options);
  document.addEventListener('focusin', focus, options);
  for (const event of ['focusout', 'pointerdown', 'keydown'] as const) {
    document.addEventListener(event, hide, options);
  }
  focused(document.activeElement);
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
