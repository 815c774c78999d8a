import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { TestDatabase } from '@/db/testing/test-database';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line on a database as people do, without a terminal. */
export async function runRetrace(database: TestDatabase, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['scripts/retrace.mjs', ...args], {
    env: { ...process.env, DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number>((done) => child.once('close', (exitCode) => done(exitCode ?? -1)));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}
