import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkImports } from './check-imports';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'retrace-imports-'));
  await plant('lib/money.ts', 'export const money = 1;');
  await plant('lib/workflows.ts', "export { decide } from './invoice/decide';");
  await plant('lib/event-sourcing/event.ts', 'export interface Event {}');
  await plant(
    'lib/invoice/decide.ts',
    "import type { Event } from '../event-sourcing/event'; import { money } from '@/lib/money'; export const decide = money;",
  );
  await plant('lib/order/decide.ts', 'export const decide = 1;');
  await plant('db/client.ts', "import 'pg'; import { decide } from '@/lib/invoice/decide';");
  await plant('db/testing/test-database.ts', "import { connect } from '../client';");
  await plant(
    'components/ui/button.tsx',
    'import \'react\'; export const Button = () => <b className="x">x</b>;',
  );
  await plant('components/invoice/total.tsx', '');
  await plant(
    'components/history/timeline.tsx',
    "import '@/lib/event-sourcing/event'; import '../ui/button';",
  );
  await plant(
    'components/row.tsx',
    "import { Button } from './ui/button'; import { decide } from '@/lib/workflows';",
  );
  await plant(
    'app/page.tsx',
    "import '../components/row'; import '@/db/client'; const page = import('@/lib/money');",
  );
  await plant('scripts/start.ts', "import '@/db/client';");
});

afterEach(() => rm(root, { recursive: true }));

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

describe('checkImports', () => {
  test('reads every module of a clean checkout and finds nothing', () => {
    expect(checkImports(root)).toEqual({ modules: 13, problems: [] });
  });

  test.each([
    ['lib-is-pure', 'lib/invoice/now.ts', "import { randomUUID } from 'node:crypto';"],
    ['lib-is-pure', 'lib/invoice/now.ts', "import fs from 'fs';"],
    ['lib-is-pure', 'lib/invoice/view.tsx', "import { useState } from 'react'; const a = <b>a</b>;"],
    ['lib-is-pure', 'lib/money-table.ts', "import { sql } from 'drizzle-orm/pg-core';"],
    ['lib-stands-alone', 'lib/invoice/load.ts', "import type { Database } from '@/db/client';"],
    ['lib-stands-alone', 'lib/invoice/load.ts', "type Database = import('../../db/client').Database;"],
    ['kernel-knows-no-domain', 'lib/event-sourcing/fold.ts', "import { money } from '../money';"],
    ['kernel-knows-no-domain', 'lib/event-sourcing/fold.ts', "export * from '../invoice/decide';"],
    ['workflows-are-strangers', 'lib/invoice/order.ts', "import { decide } from '../order/decide';"],
    ['only-the-registry-lists-workflows', 'lib/tax.ts', "import { decide } from './invoice/decide';"],
    ['db-imports-lib-only', 'db/page.ts', "import page from '@/app/page';"],
    ['components-take-props', 'components/list.tsx', "import { connect } from '../db/client';"],
    ['components-take-props', 'components/list.tsx', "const load = () => import('@/app/page');"],
    ['shared-components-know-no-workflow', 'components/ui/x.tsx', "import '@/lib/invoice/decide';"],
    ['shared-components-know-no-workflow', 'components/history/x.tsx', "import '../invoice/total';"],
    ['primitives-know-no-history', 'components/ui/x.tsx', "import '../history/timeline';"],
    ['app-is-not-a-script', 'app/start.ts', "import '@/scripts/start';"],
    ['tests-stay-out', 'db/load.ts', "import { createTestDatabase } from './testing/test-database';"],
    ['leads-somewhere', 'db/load.ts', "import { gone } from './gone';"],
  ])('finds what breaks %s', async (rule, path, text) => {
    await plant(path, text);
    const { problems } = checkImports(root);
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${path} imports .*\\(${rule}: `))]);
  });

  test('finds a file with a name that says nothing', async () => {
    await plant('lib/utils.ts', '');
    await plant('lib/tax.ts', "import './utils';");
    expect(checkImports(root).problems).toEqual([expect.stringContaining('(named-after-its-subject: ')]);
  });

  test('finds a cycle, through types too', async () => {
    await plant('lib/a.ts', "import { b } from './b';");
    await plant('lib/b.ts', "import type { A } from './a';");
    expect(checkImports(root).problems).toEqual([
      expect.stringContaining('lib/a.ts -> lib/b.ts -> lib/a.ts (no-cycles: '),
    ]);
  });

  test('lets the tests of lib use Node', async () => {
    await plant('lib/invoice/decide.test.ts', "import { readFileSync } from 'node:fs'; import './decide';");
    expect(checkImports(root).problems).toEqual([]);
  });

  test('a file that cannot be read is an error, not a module without imports', async () => {
    await plant('lib/broken.ts', 'import {');
    expect(() => checkImports(root)).toThrow('lib/broken.ts cannot be parsed');
  });
});
