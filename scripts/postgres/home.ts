import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sharedFolder } from './binaries';
import { canEnter, type ServerUser } from './server-user';

/** The folder that holds one embedded server: its passwords and, in `postgres/`, its files. */
export interface Home {
  folder: string;
  /** PostgreSQL's data directory. It appears whole or not at all: it is made aside and renamed. */
  cluster: string;
  log: string;
}

/** Passwords of the three roles; only the owner of the file can read them. */
export interface Passwords {
  postgres: string;
  retrace_owner: string;
  retrace_app: string;
}

/**
 * Where the server of this data folder lives: the data folder itself or, where root's checkout is closed to the
 * user PostgreSQL runs as, a folder of its own under /var/lib/retrace.
 */
export function homeOf(dataDir: string, user: ServerUser | undefined): Home {
  const wanted = resolve(dataDir);
  if (canEnter(nearestExisting(wanted), user)) return homeIn(wanted);
  return homeIn(join(sharedFolder, createHash('sha256').update(wanted).digest('hex').slice(0, 16)));
}

function homeIn(folder: string): Home {
  const cluster = join(folder, 'postgres');
  return { folder, cluster, log: join(cluster, 'server.log') };
}

function nearestExisting(path: string): string {
  return existsSync(path) || path === dirname(path) ? path : nearestExisting(dirname(path));
}

/** Makes the folder. As root others may pass through it (PostgreSQL's own user must), but not list it. */
export function makeHome(home: Home, user: ServerUser | undefined): void {
  const made = mkdirSync(home.folder, { recursive: true });
  if (!made) return;
  // mkdir obeys the umask; each folder made just now gets its mode explicitly.
  const mode = user ? 0o711 : 0o700;
  for (let folder = home.folder; folder !== dirname(made); folder = dirname(folder)) chmodSync(folder, mode);
}

/** Reads the passwords; undefined when there are none yet. */
export function readPasswords(home: Home): Passwords | undefined {
  const file = join(home.folder, 'passwords.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Passwords) : undefined;
}

/** Reads the passwords, making them first if there are none. Safe when two processes do so at once. */
export function ensurePasswords(home: Home): Passwords {
  const existing = readPasswords(home);
  if (existing) return existing;
  if (existsSync(home.cluster)) {
    throw new Error(
      `${join(home.folder, 'passwords.json')} is missing, so the database in ${home.cluster} cannot be opened. ` +
        'Put the file back, or move the folder away to start with an empty database.',
    );
  }
  const made = {
    postgres: makePassword(),
    retrace_owner: makePassword(),
    retrace_app: makePassword(),
  };
  const aside = join(home.folder, `passwords.${process.pid}.json`);
  writeFileSync(aside, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'w' });
  try {
    // A link, unlike a rename, fails when the name is taken: the first of two processes wins.
    linkSync(aside, join(home.folder, 'passwords.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readPasswords(home) ?? made;
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Hands a path to the user PostgreSQL runs as, if that is somebody else. */
export function giveTo(user: ServerUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}
