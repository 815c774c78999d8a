import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf } from '../postgres/processes';

/** What a test may do to an embedded server of its own, to all of its processes at once. */
export interface ServerProcesses {
  /** kill -9 for all at once: none gets to write anything any more. */
  kill(): void;
  /** It keeps its connections and takes new ones, and answers none of them. */
  freeze(): void;
  thaw(): void;
}

/** @param folder where the server's files are, see `EmbeddedPostgres` */
export function serverProcesses(folder: string): ServerProcesses {
  const postmaster = Number(
    readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0],
  );
  /** The one that starts the others first: what stands still starts no more of them. */
  const signal = (...signals: NodeJS.Signals[]) => {
    process.kill(postmaster, 'SIGSTOP');
    const all = [postmaster, ...childrenOf(postmaster)];
    for (const name of signals) for (const pid of all) signalIfThere(pid, name);
  };
  return {
    kill: () => signal('SIGKILL'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  };
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
