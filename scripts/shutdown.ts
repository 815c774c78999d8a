/**
 * Turns Ctrl+C, SIGTERM and a closed terminal into an AbortSignal. The first signal aborts; later ones are ignored,
 * because the terminal and npm both pass Ctrl+C on and we would otherwise be cut off while cleaning up.
 */
export function shutdownSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (name: string) => {
    if (!controller.signal.aborted) controller.abort(new Stopped(name));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(name));
  return controller.signal;
}

/** Somebody asked us to stop; not a failure. */
export class Stopped extends Error {
  constructor(signal: string) {
    super(`Stopped by ${signal}.`);
    this.name = 'Stopped';
  }
}
