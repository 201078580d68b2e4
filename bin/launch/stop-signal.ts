/** Aborted when somebody asks this process to stop: by Ctrl-C, by a signal, by closing the terminal, or by killing what started it. */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  return controller.signal;
}
