import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A request that the writer got its answer for. */
export interface Acknowledged {
  streamId: string;
  operationId: string;
  versions: number[];
}

/** The writer, in a process of its own. */
export interface WriterProcess {
  /** Everything it said was done, in order; grows while it runs. */
  acknowledged: readonly Acknowledged[];
  /** Resolves when it has said so often that something is done, or has ended. */
  reaches(count: number): Promise<void>;
  kill(): void;
  /** Resolves when it has ended and everything it said is read. */
  ended: Promise<{ code: number | null; complaints: string }>;
}

/** Lets a process write a plan (see plan.ts). */
export function startWriter(url: string, seed: string, records: number): WriterProcess {
  const script = fileURLToPath(new URL('./writer.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, seed, String(records)], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: Acknowledged[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(JSON.parse(line) as Acknowledged);
    for (const look of waiting) look();
  });
  const ended = endOf(child);
  const reaches = (count: number) =>
    new Promise<void>((done) => {
      const look = () => acknowledged.length >= count && done();
      waiting.add(look);
      look();
      void ended.then(() => done());
    });
  return { acknowledged, reaches, ended, kill: () => child.kill('SIGKILL') };
}

function endOf(child: ChildProcess): WriterProcess['ended'] {
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk;
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    // "close" comes when its output has been read to the end, unlike "exit".
    child.once('close', (code) => done({ code, complaints }));
  });
}
