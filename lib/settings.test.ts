import { describe, expect, test } from 'vitest';
import { parseSettings, SettingsError } from './settings';

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('parseSettings', () => {
  test('needs nothing: the embedded database, with demo data, on this machine only', () => {
    expect(parseSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      portIsFixed: false,
      databaseUrl: undefined,
      migrationDatabaseUrl: undefined,
      dataDir: '.data',
      publicUrl: undefined,
      demo: true,
    });
  });

  test("loads no demo data into the user's own database unless told", () => {
    const DATABASE_URL = 'postgresql://app@db.example/retrace';
    expect(parseSettings({ DATABASE_URL }).demo).toBe(false);
    expect(parseSettings({ DATABASE_URL, RETRACE_DEMO: '1' }).demo).toBe(true);
    expect(parseSettings({ RETRACE_DEMO: '0' }).demo).toBe(false);
  });

  test('migrates with the one URL unless a second is given', () => {
    const DATABASE_URL = 'postgres://app@db.example/retrace';
    const MIGRATION_DATABASE_URL = 'postgres://owner@db.example/retrace';
    expect(parseSettings({ DATABASE_URL }).migrationDatabaseUrl).toBe(DATABASE_URL);
    expect(parseSettings({ DATABASE_URL, MIGRATION_DATABASE_URL }).migrationDatabaseUrl).toBe(
      MIGRATION_DATABASE_URL,
    );
    expect(problemsOf({ MIGRATION_DATABASE_URL })).toEqual([
      expect.stringContaining('MIGRATION_DATABASE_URL is set but DATABASE_URL is not'),
    ]);
  });

  test('takes an empty variable as not set', () => {
    expect(parseSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseSettings({}));
  });

  test('a port that was given is fixed', () => {
    expect(parseSettings({ PORT: '3000' })).toMatchObject({ port: 3000, portIsFixed: true });
  });

  test.each([
    ['PORT', 'abc', 'PORT is "abc"; expected a whole number from 1 to 65535, such as 3000.'],
    ['PORT', '0', 'PORT is "0"; expected a whole number from 1 to 65535, such as 3000.'],
    ['PORT', '65536', 'PORT is "65536"; expected a whole number from 1 to 65535, such as 3000.'],
    ['PORT', '-1', 'PORT is "-1"; expected a whole number from 1 to 65535, such as 3000.'],
    [
      'RETRACE_UPLOAD_LIMIT_MB',
      '2 GB',
      'RETRACE_UPLOAD_LIMIT_MB is "2 GB"; expected a whole number of megabytes, such as 2048.',
    ],
    ['RETRACE_DEMO', 'yes', 'RETRACE_DEMO is "yes"; expected 1 (yes) or 0 (no).'],
    ['RETRACE_URL', 'retrace', expect.stringContaining('RETRACE_URL is "retrace"; expected the address')],
    ['HOST', 'my host', expect.stringContaining('HOST is "my host"; expected a host name')],
    ['DATABASE_URL', 'mysql://db/x', expect.stringContaining('DATABASE_URL is "mysql://db/x"; expected')],
  ])('refuses %s=%s', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([problem]);
  });

  test('names every problem at once', () => {
    expect(problemsOf({ PORT: 'x', RETRACE_DEMO: 'x' })).toHaveLength(2);
  });

  test.each([
    'http://me:hunter2@db/x',
    'me:hunter2@db',
    'mysql://me:hunter:2@db',
    'postgres//:hunter2/@db',
    'mysql://db/x?password=hunter2',
  ])('never repeats a password: %s', (DATABASE_URL) => {
    const [problem] = problemsOf({ DATABASE_URL });
    expect(problem).toContain('***');
    expect(problem).toContain('db');
    expect(problem).not.toContain('hunter');
  });
});
