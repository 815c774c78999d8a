import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, isFree } from '../port';
import type { Binaries } from './binaries';
import { giveTo, type Home, type Passwords } from './home';
import { commandLine, isAlive, processesWith } from './processes';
import type { ServerUser } from './server-user';

/** What it takes to run PostgreSQL's own programs on one home. */
export interface Cluster {
  home: Home;
  user: ServerUser | undefined;
  binaries: Binaries;
  /** Server settings, as in postgresql.conf; values without blanks or quotes. */
  settings: Record<string, string>;
}

/**
 * Runs initdb unless it has been done. It works in a folder aside that is renamed when whole, so an initdb that
 * was cut short leaves nothing that looks like a database, and of two at once one wins.
 */
export async function initialise({ home, user, binaries }: Cluster, passwords: Passwords): Promise<void> {
  if (existsSync(home.cluster)) return;
  await endStrays(home);
  const aside = mkdtempSync(join(home.folder, 'initdb-'));
  try {
    const passwordFile = join(aside, 'password');
    writeFileSync(passwordFile, passwords.postgres, { mode: 0o600 });
    giveTo(user, aside);
    giveTo(user, passwordFile);

    const data = join(aside, 'data');
    const always = [
      `--pgdata=${data}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--lc-messages=C',
    ];
    let failure = '';
    for (const locale of localeChoices()) {
      const { code, output } = await runAs(user, binaries.initdb, [...always, ...locale]);
      if (code === 0) {
        if (!existsSync(home.cluster)) renameSync(data, home.cluster);
        return;
      }
      failure = output;
      rmSync(data, { recursive: true, force: true });
    }
    throw new Error(`PostgreSQL's initdb failed in ${home.folder}:\n${failure}`);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * A server whose folder was deleted under it may run on for a minute, and would write its last checkpoint into
 * whatever folder then has that name: into the new database. It is ended without one.
 */
async function endStrays(home: Home): Promise<void> {
  const strays = process.platform === 'win32' ? [] : processesWith(`postgres -D ${home.cluster} `);
  for (const pid of strays) process.kill(pid, 'SIGQUIT');
  while (strays.some(isAlive)) await delay(50);
}

/**
 * The same order of text on every platform: PostgreSQL's builtin C.UTF-8. The system's locale still decides what
 * a letter is (trigram search asks), so it should know UTF-8; plain C is the last resort.
 */
function localeChoices(): string[][] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const ctype =
    process.platform === 'linux' ? ['C.UTF-8'] : process.platform === 'darwin' ? ['en_US.UTF-8'] : [];
  return [...ctype.map((name) => [...builtin, `--lc-ctype=${name}`]), builtin];
}

/** Starts the server on a free port and waits until it takes connections. Throws with the end of its log. */
export async function startServer({ home, user, binaries, settings }: Cluster): Promise<void> {
  const port = await portFor(home);
  clearStalePidFile(home);
  keepLogSmall(home);
  const options: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: its path is limited to about 100 characters, a checkout's is not.
    unix_socket_directories: '',
    ...settings,
  };
  const line = Object.entries(options).map(([name, value]) => `-c ${name}=${value}`);
  const args = ['start', '-w', '-t', '60', '-s', '-D', home.cluster, '-l', home.log, '-o', line.join(' ')];
  const { code, output } = await runAs(user, binaries.pgCtl, args);
  if (code !== 0)
    throw new Error(`PostgreSQL did not start in ${home.cluster}: ${output}\n${endOfLog(home)}`);
}

/** The port of a server that was killed, so that whoever used it finds the next one there; else any that is free. */
async function portFor(home: Home): Promise<number> {
  const last = Number(pidFile(home)[3]);
  return last && (await isFree('127.0.0.1', last)) ? last : freePort();
}

/** Stops the server: running statements are cancelled, everything committed is on disk. */
export async function stopServer({ home, user, binaries }: Cluster): Promise<void> {
  if (!runningPort(home)) return;
  const args = ['stop', '-w', '-t', '60', '-s', '-m', 'fast', '-D', home.cluster];
  const { code, output } = await runAs(user, binaries.pgCtl, args);
  if (code !== 0 && runningPort(home))
    throw new Error(`PostgreSQL in ${home.cluster} did not stop: ${output}`);
}

/** The port of the server that runs on this home; undefined when none does. Judged by postmaster.pid. */
export function runningPort(home: Home): number | undefined {
  const [pid, , , port] = pidFile(home);
  return pid && port && isPostmaster(Number(pid), home) ? Number(port) : undefined;
}

function pidFile(home: Home): string[] {
  try {
    return readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** A process id alone proves nothing: after a restart of the machine or container it may be anyone's. */
function isPostmaster(pid: number, home: Home): boolean {
  if (!isAlive(pid)) return false;
  return process.platform === 'win32' || commandLine(pid).includes(home.cluster);
}

/**
 * PostgreSQL clears a stale postmaster.pid itself, except when the process id in it now belongs to another
 * program: then it refuses to start until somebody removes the file. In every other case the file stays, because
 * PostgreSQL finds in it whether processes of a crashed server still use the data.
 */
function clearStalePidFile(home: Home): void {
  const pid = Number(pidFile(home)[0]);
  if (pid && isAlive(pid) && !isPostmaster(pid, home))
    rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
}

function keepLogSmall(home: Home): void {
  const tooLarge = 10 * 1024 * 1024;
  if (existsSync(home.log) && statSync(home.log).size > tooLarge) renameSync(home.log, `${home.log}.old`);
}

function endOfLog(home: Home): string {
  if (!existsSync(home.log)) return '';
  return `The end of ${home.log}:\n${readFileSync(home.log, 'utf8').trimEnd().split('\n').slice(-10).join('\n')}`;
}

function runAs(
  user: ServerUser | undefined,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      // The server's user may be unable to enter the folder we were started in.
      cwd: process.platform === 'win32' ? undefined : '/',
      ...(user && { uid: user.uid, gid: user.gid }),
      // A group of its own: Ctrl+C in the terminal is for us, and we stop the server when the app is down.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', failed);
    // Not 'close': on some systems the server keeps the pipes of the program that started it.
    child.once('exit', (code) => done({ code, output: output.trim() }));
  });
}
