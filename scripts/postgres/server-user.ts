import { spawnSync } from 'node:child_process';

/** The system user PostgreSQL runs as; undefined means "whoever runs us". */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

const userName = 'postgres';

/**
 * PostgreSQL refuses to run as root. As root we run it as the system user `postgres`, made here if the machine
 * has none; as anybody else it runs as that person.
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp();
  if (existing) return existing;
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', userName];
  const made = spawnSync('useradd', args, { encoding: 'utf8' });
  const user = lookUp();
  if (!user) {
    const reason = made.stderr?.trim() || made.error?.message || 'useradd failed';
    throw new Error(
      `PostgreSQL cannot run as root, and the system user "${userName}" could not be made (${reason}). ` +
        'Run Retrace as an ordinary user, create that system user, or set DATABASE_URL to a server of your own.',
    );
  }
  return user;
}

function lookUp(): ServerUser | undefined {
  const uid = spawnSync('id', ['-u', userName], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', userName], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { name: userName, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

/** Can this user step into the folder? Asked of the system itself, so that it is right for any kind of mount. */
export function canEnter(folder: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return tried.status === 0;
}
