import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { loadChinook } from '@/test/fixtures/chinook/load';
import { createPlainDatabase, type PlainDatabase } from '@/test/fixtures/plain-database';

const mapping = 'examples/chinook.mapping.json';

let retrace: TestDatabase;
let shop: PlainDatabase;

beforeAll(async () => {
  [retrace, shop] = await Promise.all([createTestDatabase(), createPlainDatabase()]);
  await loadChinook(shop.url);
});

afterAll(async () => {
  await Promise.all([retrace?.drop(), shop?.drop()]);
});

/** Runs the command as people do. */
async function adopt(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['scripts/retrace.mjs', 'adopt', ...args], {
    env: { ...process.env, DATABASE_URL: retrace.appUrl, MIGRATION_DATABASE_URL: retrace.ownerUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number>((done) => child.once('close', (exitCode) => done(exitCode ?? -1)));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

test('says what it did on standard output, and nothing else', async () => {
  const { code, stdout, stderr } = await adopt('--source', shop.url, '--mapping', mapping);
  expect(stderr).toBe('');
  expect(stdout).toMatch(
    /^Adopted 412 invoices, 2,240 lines, 59 customers; total USD 2,328\.60 in \d+\.\d s\.\n1 invalid e-mail address left out, as the mapping says\.\n$/,
  );
  expect(code).toBe(0);
});

test('ends with 1 where the source is out of reach or refuses, with a hint and without a password', async () => {
  const elsewhere = new URL(shop.url);
  elsewhere.password = 'not-the-password';
  const { code, stdout, stderr } = await adopt('--source', elsewhere.href, '--mapping', mapping);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/does not let ".+" in\. Check the user and the password in --source\.\n$/);
  expect(stderr).not.toContain('not-the-password');
  expect(code).toBe(1);
});

test('ends with 2 where it was asked in a way that cannot be', async () => {
  const [noFile, noUrl] = await Promise.all([
    adopt('--source', shop.url, '--mapping', 'package.json'),
    adopt('--source', 'mysql://localhost/shop', '--mapping', mapping),
  ]);
  expect(noFile.stderr).toContain('timeZone: Name a time zone, such as "Europe/Berlin" or "UTC".');
  expect(noFile.code).toBe(2);
  expect(noUrl.stderr).toContain('--source is no PostgreSQL URL');
  expect(noUrl.code).toBe(2);
});
