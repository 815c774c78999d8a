import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'retrace-lint-'));
  const config = JSON.parse(await readFile('biome.json', 'utf8'));
  await mkdir(join(root, 'lib'));
  await cp('scripts/lint', join(root, 'scripts/lint'), { recursive: true });
  // The real rules, in a folder that is no git checkout.
  await writeFile(
    join(root, 'biome.json'),
    JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }),
  );
});

afterEach(() => rm(root, { recursive: true }));

/** Lints one file with the project's own configuration; returns the lines the rule found. */
async function impureLines(path: string, lines: string[]): Promise<number[]> {
  await writeFile(join(root, path), `${lines.join('\n')}\n`);
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=100', path];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const { diagnostics, summary } = JSON.parse(stdout);
  expect(summary.changed + summary.unchanged).toBe(1);
  return diagnostics
    .filter(({ category }: { category: string }) => category === 'plugin')
    .map(({ location }: { location: { start: { line: number } } }) => location.start.line);
}

const impure = [
  'export const a = Date.now();',
  'export const b = new Date();',
  'export const c = Math.random();',
  'export const d = crypto.randomUUID();',
  'export const e = globalThis.crypto.randomUUID();',
  'export const f = performance.now();',
  'export const g = { now: Date.now };',
];

describe('lib reads no clock and makes up nothing', () => {
  test('every way to do so is found', async () => {
    expect(await impureLines('lib/x.ts', impure)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('a date that is given is fine', async () => {
    const pure = ['export const a = new Date(0);', 'export const b = (now: string) => Date.parse(now);'];
    expect(await impureLines('lib/x.ts', pure)).toEqual([]);
  });

  test('tests may', async () => {
    expect(await impureLines('lib/x.test.ts', impure)).toEqual([]);
  });
});
