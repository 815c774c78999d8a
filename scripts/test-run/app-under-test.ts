import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { discardEmbeddedPostgres } from '../embedded-postgres';
import { freePort } from '../port';
import { temporaryFolder } from '../throwaway-postgres';

/** Retrace as a user starts it, on data of its own. */
export interface AppUnderTest {
  address: string;
  /** Of its database. */
  dataDir: string;
  stop(): Promise<void>;
}

/** Starts the real start script with demo data in a temporary folder; its output goes to `output`. */
export async function startAppUnderTest(output: number, signal: AbortSignal): Promise<AppUnderTest> {
  const dataDir = temporaryFolder();
  const port = String(await freePort());
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, RETRACE_DATA_DIR: dataDir, RETRACE_DEMO: '1', PORT: port, DATABASE_URL: '' },
    // Out of the terminal's group: it is stopped by us, once.
    detached: true,
    stdio: ['ignore', 'pipe', output],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = await Promise.race([ended, delay(30_000, 'late', { ref: false })]);
    if (late) child.kill('SIGKILL');
    await ended;
    await discardEmbeddedPostgres(dataDir);
  };
  try {
    const address = await new Promise<string>((found, failed) => {
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        writeSync(output, chunk);
        text += chunk;
        const address = /Retrace runs at (http\S+)/.exec(text)?.[1];
        if (address) found(address);
      });
      child.once('exit', (code) =>
        failed(new Error(`The app ended with exit code ${code} before it was up.`)),
      );
      signal.addEventListener('abort', () => failed(signal.reason));
    });
    return { address, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
