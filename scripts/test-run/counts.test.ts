import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playwrightCounts, vitestCounts } from './counts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retrace-counts-'));
  file = join(folder, 'report.json');
});

afterEach(() => rm(folder, { recursive: true }));

const tests = (...statuses: string[]) => statuses.map((status) => ({ status }));

describe('counts', () => {
  test('of vitest: skipped tests and files that do not load have failed', async () => {
    const testResults = [
      { status: 'passed', assertionResults: tests('passed', 'passed') },
      { status: 'failed', assertionResults: tests('passed', 'failed') },
      { status: 'passed', assertionResults: tests('passed', 'pending', 'todo') },
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: tests('passed') },
    ];
    await writeFile(file, JSON.stringify({ testResults }));
    expect(vitestCounts(file)).toEqual({ passed: 5, failed: 5 });
  });

  test('of Playwright: skipped tests and errors outside of tests have failed, flaky ones are named', async () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 };
    const spec = (title: string, status: string) => ({
      file: 'a.spec.ts',
      line: 3,
      title,
      tests: [{ status }],
    });
    const suites = [{ specs: [spec('sure', 'expected')], suites: [{ specs: [spec('shaky', 'flaky')] }] }];
    await writeFile(file, JSON.stringify({ stats, suites, errors: [{ message: 'cannot load' }] }));
    expect(playwrightCounts(file)).toEqual({ passed: 8, failed: 3, flaky: ['a.spec.ts:3 shaky'] });
  });

  test('a report that was never written counts nothing; the exit code tells', () => {
    expect(vitestCounts(file)).toEqual({ passed: 0, failed: 0 });
    expect(playwrightCounts(file)).toEqual({ passed: 0, failed: 0 });
  });
});
