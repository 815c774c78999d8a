import { setImmediate as turn } from 'node:timers/promises';

/** How long to work at a stretch, in milliseconds. */
const longest = 3;

/**
 * Lets waiting connections go on while much is made ready at once: the database would otherwise wait for the next piece of what
 * is being written, and then be waited for, and neither would ever work while the other does.
 */
export class Pauses {
  private since = performance.now();

  /** To be awaited between two pieces of work. */
  async due(): Promise<void> {
    if (performance.now() - this.since < longest) return;
    await turn();
    this.since = performance.now();
  }
}
