/**
 * Does something once the frame that is being made is on the screen, which the next one says: work that nobody sees does
 * not keep it waiting. A page that is not looked at when it is asked makes no frames, and it is done soon; one that is
 * hidden meanwhile does it when it is looked at again. Returns the function that calls it off.
 */
export function afterFrame(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  if (document.hidden) timer = setTimeout(act);
  else {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => (timer = setTimeout(act)));
    });
  }
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
