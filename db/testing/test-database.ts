import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { asSuperuser, urlFor } from '@/test/postgres-setup';
import { connect, type Database } from '../client';

/** A database of one test file's own, migrated, empty, with the two roles the real one has. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Connected as the role that owns the tables. */
  owner: Database;
  /** Connected as the app is: cannot change what it was not granted. */
  app: Database;
  /** For what only a superuser may do. */
  superuserUrl: string;
  name: string;
  /** Closes both pools. */
  close(): Promise<void>;
  /** Closes both pools and removes the database. */
  drop(): Promise<void>;
}

interface Options {
  /** Most connections of each pool. */
  max?: number;
  /** The database to copy, if not the run's empty one. */
  template?: string;
}

/** Copies the run's template database. Call `drop` in `afterAll`; see test/postgres-setup.ts for the server. */
export async function createTestDatabase({ max = 10, template }: Options = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `${server.template}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(server.superuserUrl, [
    `CREATE DATABASE ${name} TEMPLATE ${template ?? server.template} OWNER ${server.owner.role}`,
  ]);
  const ownerUrl = urlFor(server, server.owner, name);
  const appUrl = urlFor(server, server.app, name);
  const owner = connect(ownerUrl, { max, applicationName: 'retrace test: owner' });
  const app = connect(appUrl, { max, applicationName: 'retrace test: app' });
  const close = async () => {
    await Promise.all([owner.$client.end(), app.$client.end()]);
  };
  return {
    name,
    ownerUrl,
    appUrl,
    owner,
    app,
    superuserUrl: urlFor(server, superuserOf(server.superuserUrl), name),
    close,
    drop: async () => {
      await close();
      await asSuperuser(server.superuserUrl, [`DROP DATABASE ${name} WITH (FORCE)`]);
    },
  };
}

function superuserOf(url: string): { role: string; password: string } {
  const { username, password } = new URL(url);
  return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
}
