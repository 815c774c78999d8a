import { readFileSync } from 'node:fs';

/** How many tests passed and failed. */
export interface Counts {
  passed: number;
  failed: number;
  /** Which of those that passed did so at the second try only. */
  flaky?: readonly string[];
}

/**
 * Counts from vitest's JSON report. A file that could not be loaded has no tests in the report: it counts as one
 * failed. A skipped test counts as failed, because a test nobody runs proves nothing.
 */
export function vitestCounts(reportFile: string): Counts {
  const report = readJson<{
    testResults: { status: string; assertionResults: { status: string }[] }[];
  }>(reportFile);
  const counts = { passed: 0, failed: 0 };
  for (const file of report?.testResults ?? []) {
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const failed = file.assertionResults.length - passed;
    counts.passed += passed;
    // A failed hook fails the file without failing any of its tests.
    counts.failed += failed || (file.status === 'failed' ? 1 : 0);
  }
  return counts;
}

/** Counts from Playwright's JSON report, by the same rules; tests that passed at the second try only are named. */
export function playwrightCounts(reportFile: string): Counts {
  const report = readJson<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
    suites: Suite[];
  }>(reportFile);
  if (!report) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected + skipped + report.errors.length,
    flaky: flakyIn(report.suites),
  };
}

/** A file or a group of tests in Playwright's report. */
interface Suite {
  suites?: Suite[];
  specs?: { file: string; line: number; title: string; tests: { status: string }[] }[];
}

function flakyIn(suites: readonly Suite[]): string[] {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...flakyIn(inner),
  ]);
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    // The program ended before it wrote its report; its exit code tells.
    return undefined;
  }
}
