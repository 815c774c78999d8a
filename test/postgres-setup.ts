import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/db/migrate';
import { startThrowawayPostgres } from '@/scripts/throwaway-postgres';

/** What test files need to make databases of their own; see db/testing/test-database.ts. */
export interface TestServer {
  superuserUrl: string;
  template: string;
  owner: { role: string; password: string };
  app: { role: string; password: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Runs once before the database tests: makes a migrated template database with the two real roles, which each
 * test file copies. The server is TEST_DATABASE_URL (a superuser's URL) or else a throwaway one.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const throwaway = process.env.TEST_DATABASE_URL ? undefined : await startThrowawayPostgres();
  const superuserUrl = process.env.TEST_DATABASE_URL ?? throwaway?.superuserUrl ?? '';
  // Names of this run, so that two runs on one server do not meet.
  const run = randomBytes(4).toString('hex');
  const server: TestServer = {
    superuserUrl,
    template: `retrace_test_${run}`,
    owner: { role: `retrace_owner_${run}`, password: randomBytes(12).toString('hex') },
    app: { role: `retrace_app_${run}`, password: randomBytes(12).toString('hex') },
  };
  const tearDown = async () => {
    await asSuperuser(superuserUrl, [
      `DROP DATABASE IF EXISTS ${server.template}_demo WITH (FORCE)`,
      `DROP DATABASE IF EXISTS ${server.template} WITH (FORCE)`,
      `DROP ROLE IF EXISTS ${server.owner.role}`,
      `DROP ROLE IF EXISTS ${server.app.role}`,
    ]).finally(() => throwaway?.stop());
  };
  try {
    await asSuperuser(superuserUrl, [
      `CREATE ROLE ${server.owner.role} LOGIN PASSWORD '${server.owner.password}'`,
      `CREATE ROLE ${server.app.role} LOGIN PASSWORD '${server.app.password}'`,
      `CREATE DATABASE ${server.template} OWNER ${server.owner.role}`,
    ]);
    await migrate({
      migrationUrl: urlFor(server, server.owner, server.template),
      appUrl: urlFor(server, server.app, server.template),
      log: () => undefined,
    });
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testServer', server);
  return tearDown;
}

/** The test server's URL for a role and a database. */
export function urlFor(
  server: TestServer,
  user: { role: string; password: string },
  database: string,
): string {
  const url = new URL(server.superuserUrl);
  url.username = user.role;
  url.password = user.password;
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements as superuser, each by itself: CREATE DATABASE takes no transaction. */
export async function asSuperuser(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
