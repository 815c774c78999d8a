import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/db/testing/test-database';
import { loadChinook } from '@/test/fixtures/chinook/load';
import { createPlainDatabase, type PlainDatabase } from '@/test/fixtures/plain-database';
import { runRetrace } from '@/test/run-retrace';

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

const adopt = (...args: string[]) => runRetrace(retrace, 'adopt', ...args);

test('says what it did on standard output, and nothing else', async () => {
  const { code, stdout, stderr } = await adopt('--source', shop.url, '--mapping', mapping);
  // On a slow day it says how far it is.
  expect(stderr.replace(/^Adopting: [\d,]+ of 412 invoices\n/gm, '')).toBe('');
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
