import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child-process';
import { sourceHash } from './source-hash';

/** Where Next puts the build; `npm test` sets another folder, to leave a running app's alone. */
export function buildFolder(): string {
  return process.env.RETRACE_DIST_DIR || '.next';
}

export interface BuildOptions {
  log: (line: string) => void;
  signal: AbortSignal;
  /** A file for Next's own output; the terminal unless told. */
  output?: number;
}

/** Builds the app for production unless the build at hand was made from these very sources. */
export async function buildIfChanged({ log, signal, output }: BuildOptions): Promise<void> {
  const stamp = join(buildFolder(), 'retrace-source-hash');
  const hash = sourceHash('.');
  const built =
    existsSync(join(buildFolder(), 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8');
  if (built === hash) return;
  log(`Building the app${built ? ', because its sources changed' : ''}. This takes a minute.`);
  // The build must not depend on a database: pages read it when they are asked for.
  const next = 'node_modules/next/dist/bin/next';
  const code = await run(process.execPath, [next, 'build'], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', NEXT_TELEMETRY_DISABLED: '1' },
    signal,
    ...(output !== undefined && { stdio: ['ignore', output, output] }),
  });
  if (code !== 0) throw new Error('The app could not be built; see above.');
  writeFileSync(stamp, hash);
}
