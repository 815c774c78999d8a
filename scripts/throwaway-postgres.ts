import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardEmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres';
import { isAlive } from './postgres/processes';

/** A PostgreSQL for one test run or benchmark. */
export interface ThrowawayPostgres {
  superuserUrl: string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

const prefix = 'retrace-test-';

/** The data are not meant to outlive the run, so the server need not wait for the disk: tests are several times faster. */
const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts an empty PostgreSQL in a temporary folder. */
export async function startThrowawayPostgres(
  settings: Record<string, string> = forTests,
): Promise<ThrowawayPostgres> {
  await discardAbandoned();
  const dataDir = temporaryFolder();
  const server = await openEmbeddedPostgres({
    dataDir,
    log: () => undefined,
    settings,
  });
  return {
    superuserUrl: server.superuserUrl,
    stop: async () => {
      await server.release();
      await discardEmbeddedPostgres(dataDir);
    },
  };
}

/** A folder name for a throwaway server that says whose it is; the folder is made by the server. */
export function temporaryFolder(): string {
  return join(tmpdir(), `${prefix}${process.pid}-${randomBytes(4).toString('hex')}`);
}

/** Removes what test runs left behind that were killed before they could clean up. */
async function discardAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (owner && !isAlive(owner)) await discardEmbeddedPostgres(join(tmpdir(), name));
  }
}
