import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourceHash } from './source-hash';

let root: string;
let before: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'retrace-hash-'));
  await mkdir(join(root, 'app/invoices'), { recursive: true });
  await writeFile(join(root, 'app/invoices/page.tsx'), 'export default 1');
  await writeFile(join(root, 'next.config.js'), 'export default {}');
  before = sourceHash(root);
});

afterEach(() => rm(root, { recursive: true }));

describe('sourceHash', () => {
  test('stays the same when a file is written again with the same text', async () => {
    await writeFile(join(root, 'app/invoices/page.tsx'), 'export default 1');
    expect(sourceHash(root)).toBe(before);
  });

  test('changes with the text of a file', async () => {
    await writeFile(join(root, 'app/invoices/page.tsx'), 'export default 2');
    expect(sourceHash(root)).not.toBe(before);
  });

  test('changes with the name of a file', async () => {
    await rename(join(root, 'app/invoices/page.tsx'), join(root, 'app/invoices/layout.tsx'));
    expect(sourceHash(root)).not.toBe(before);
  });

  test('is indifferent to tests, documents and what is not built', async () => {
    await mkdir(join(root, 'docs'));
    await writeFile(join(root, 'docs/plan.md'), 'plan');
    await writeFile(join(root, 'app/invoices/page.test.ts'), 'test');
    expect(sourceHash(root)).toBe(before);
  });
});
