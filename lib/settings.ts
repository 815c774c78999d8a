import { z } from 'zod';

/** How Retrace was told to run, checked once at start. `.env.example` lists the same variables for people. */
export interface Settings {
  host: string;
  port: number;
  /** Given by the user: then another port will not do when this one is taken. */
  portIsFixed: boolean;
  /** A PostgreSQL of the user's own; without it the embedded one is used. */
  databaseUrl?: string | undefined;
  /** Connects as the owner of the tables; the same as `databaseUrl` unless told. */
  migrationDatabaseUrl?: string | undefined;
  dataDir: string;
  /** Where browsers reach the app, when that is not the address it listens on; https makes cookies Secure. */
  publicUrl?: string | undefined;
  /** Load demonstration data when the database is empty. */
  demo: boolean;
}

/** Every problem found, each with the variable, what it was set to and what is expected. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

const port = 'a whole number from 1 to 65535, such as 3000';
const host = 'a host name or address to listen on, such as 127.0.0.1 or 0.0.0.0';
const url = 'a PostgreSQL URL, such as postgresql://user:password@host:5432/database';
const address = 'the address browsers use, such as https://retrace.example.com';
const flag = '1 (yes) or 0 (no)';
const megabytes = 'a whole number of megabytes, such as 2048';
const folder = 'a folder name, such as .data';

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, port)
    .transform(Number)
    .refine((number) => number >= 1 && number <= 65_535, port)
    .optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, host)
    .optional(),
  DATABASE_URL: z.string().refine(isPostgresUrl, url).optional(),
  MIGRATION_DATABASE_URL: z.string().refine(isPostgresUrl, url).optional(),
  RETRACE_URL: z.url({ protocol: /^https?$/, error: address }).optional(),
  RETRACE_DATA_DIR: z
    .string()
    .regex(/^[^\0]+$/, folder)
    .optional(),
  RETRACE_DEMO: z.enum(['0', '1'], flag).optional(),
  // Read by the app, see app/imports/uploads.ts.
  RETRACE_UPLOAD_LIMIT_MB: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, megabytes)
    .optional(),
});

/**
 * Reads the settings from environment variables. An empty variable counts as not set. Throws a `SettingsError`
 * that names every variable with a bad value; passwords in it are blotted out.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name} is "${withoutPassword(given[name] ?? '')}"; expected ${message}.`;
      }),
    );
  }
  const set = parsed.data;
  if (set.MIGRATION_DATABASE_URL && !set.DATABASE_URL) {
    throw new SettingsError([
      'MIGRATION_DATABASE_URL is set but DATABASE_URL is not; expected both, or neither to use the embedded PostgreSQL.',
    ]);
  }
  return {
    host: set.HOST ?? '127.0.0.1',
    port: set.PORT ?? 3000,
    portIsFixed: set.PORT !== undefined,
    databaseUrl: set.DATABASE_URL,
    migrationDatabaseUrl: set.MIGRATION_DATABASE_URL ?? set.DATABASE_URL,
    dataDir: set.RETRACE_DATA_DIR ?? '.data',
    publicUrl: set.RETRACE_URL,
    demo: set.RETRACE_DEMO ? set.RETRACE_DEMO === '1' : !set.DATABASE_URL,
  };
}

function isPostgresUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);
}

/** Keeps the scheme and what follows the last @: between them may be a password, in a malformed URL too. */
function withoutPassword(value: string): string {
  return value.replace(/^([a-z]+:\/\/)?.*@/i, '$1***@').replace(/password=[^&]*/gi, 'password=***');
}
