import { type SpawnOptions, spawn } from 'node:child_process';

export interface RunOptions {
  env: NodeJS.ProcessEnv;
  /** Stops the program. */
  signal?: AbortSignal;
  stdio?: SpawnOptions['stdio'];
  cwd?: string;
}

/** Runs a program to its end and returns its exit code; 1 if a signal ended it. Throws when told to stop. */
export async function run(command: string, args: string[], options: RunOptions): Promise<number> {
  const { signal, ...rest } = options;
  signal?.throwIfAborted();
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...rest });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  try {
    const code = await new Promise<number>((done, failed) => {
      child.once('error', failed);
      child.once('exit', (exitCode) => done(exitCode ?? 1));
    });
    signal?.throwIfAborted();
    return code;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
