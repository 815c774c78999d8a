import type { Pool } from 'pg';

/** Where processes tell each other that the log has grown. */
export const newsChannel = 'retrace_events';

/** Where they tell that somebody has opened a record, or closed it. */
export const presenceChannel = 'retrace_presence';

/** At most so often does a process tell, in milliseconds. */
const calm = 50;

const scheduled = new WeakSet<Pool>();

/**
 * Tells every process, this one too, that something was appended: once for all that is appended within a moment, and
 * never inside the append, where it would make all commits wait for one another. A notice that is lost does no harm:
 * who listens looks again by themselves every few seconds.
 */
export function announce(pool: Pool): void {
  if (scheduled.has(pool)) return;
  scheduled.add(pool);
  setTimeout(() => {
    scheduled.delete(pool);
    if (!pool.ending) pool.query(`NOTIFY ${newsChannel}`).catch(() => undefined);
  }, calm).unref();
}
