import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

export interface AppServerOptions {
  mode: 'start' | 'dev';
  host: string;
  port: number;
  env: NodeJS.ProcessEnv;
  /** Gives up waiting for the app to answer, and stops it. */
  signal: AbortSignal;
}

/** The app's own process. */
export interface AppServer {
  address: string;
  /** Resolves to the exit code when the app ends by itself or was stopped. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

/** Starts Next and waits until it answers. */
export async function startAppServer(options: AppServerOptions): Promise<AppServer> {
  const { mode, host, port, env } = options;
  const preload = [
    new URL('./exit-with-parent.mjs', import.meta.url),
    new URL('./client-address.mjs', import.meta.url),
  ].flatMap(({ href }) => ['--import', href]);
  const next = 'node_modules/next/dist/bin/next';
  const child = spawn(process.execPath, [...preload, next, mode, '-H', host, '-p', String(port)], {
    env: {
      ...env,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    // A group of its own, so that Ctrl+C reaches us alone and we decide the order: the app, then the database.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number>((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
  const address = `http://${addressable(host)}:${port}`;
  const server = { address, ended, stop: () => stop(child, ended) };
  const waiting = new AbortController();
  try {
    const early = await Promise.race([
      ended,
      answers(address, AbortSignal.any([options.signal, waiting.signal])),
    ]);
    if (early !== undefined) {
      throw new Error(`The app ended while it started, with exit code ${early}; see above.`);
    }
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    waiting.abort();
  }
}

/** An address a browser can open for the address we listen on. */
function addressable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function answers(address: string, signal: AbortSignal): Promise<undefined> {
  while (!(await answersNow(`${address}/api/health`, signal))) {
    signal.throwIfAborted();
    await delay(50);
  }
}

/** Any answer will do, an error page too: it is what the browser would see. */
function answersNow(url: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    // No agent, and so no idle connection left open, for which the app would wait when it stops.
    const request = get(url, { agent: false, signal }, (response) => {
      response.resume();
      response.once('close', () => done(true));
    });
    request.once('error', () => done(false));
  });
}

/** Asks the app to finish what it is doing; after ten seconds it is made to. */
async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child, 'SIGTERM');
  const patience = new AbortController();
  const tooLate = delay(10_000, 'late', { signal: patience.signal }).catch(() => undefined);
  if ((await Promise.race([ended, tooLate])) === 'late') signalGroup(child, 'SIGKILL');
  patience.abort();
  await ended;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (process.platform === 'win32' || !child.pid) child.kill(signal);
  else process.kill(-child.pid, signal);
}
