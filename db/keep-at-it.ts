import { setTimeout as delay } from 'node:timers/promises';

/** How long it rests where there was nothing to do, and where something went wrong, in milliseconds. */
const rest = { idle: 1000, failed: 5000 };

interface Worker {
  signal: AbortSignal;
  onFailure(error: unknown): void;
}

/** Does all there is of some work, again and again, until it is told to stop. What goes wrong is told, and tried again. */
export async function keepAtIt(
  work: (signal: AbortSignal) => Promise<unknown>,
  { signal, onFailure }: Worker,
): Promise<void> {
  while (!signal.aborted) {
    const pause = await work(signal).then(
      () => rest.idle,
      (error: unknown) => {
        if (!signal.aborted) onFailure(error);
        return rest.failed;
      },
    );
    await delay(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** Takes step after step until one finds nothing to do, or it is told to stop; how much all of them did. */
export async function allSteps(step: () => Promise<number>, signal?: AbortSignal): Promise<number> {
  let done = 0;
  for (;;) {
    const more = signal?.aborted ? 0 : await step();
    if (more === 0) return done;
    done += more;
  }
}
