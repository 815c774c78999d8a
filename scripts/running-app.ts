import { Client } from 'pg';

/** Any number will do, as long as nobody else takes this lock in the database `postgres`. */
const appLock = 7_382_011;

/** This process's claim to be the one app on an embedded server. */
export interface AppClaim {
  /** Lets a second `npm start` say where this one runs. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Claims the embedded server for this app. The claim is a lock held by a connection, so it ends with the process
 * however that ends, and its address is the name of that connection: nothing can go stale.
 */
export async function claimApp(superuserUrl: string, dataDir: string): Promise<AppClaim> {
  const client = new Client({ connectionString: superuserUrl, application_name: 'retrace: starting' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ claimed: boolean }>('SELECT pg_try_advisory_lock($1) AS claimed', [
    appLock,
  ]);
  if (!rows[0]?.claimed) {
    const holder = await client.query<{ application_name: string }>(
      `SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = $1`,
      [appLock],
    );
    await client.end();
    const address = /http\S+/.exec(holder.rows[0]?.application_name ?? '')?.[0];
    throw new Error(
      `Retrace already runs on ${dataDir}${address ? `, at ${address}` : ''}. ` +
        'Stop it first, or set RETRACE_DATA_DIR to another folder to run a second one.',
    );
  }
  return {
    announce: async (address) => {
      await client.query("SELECT set_config('application_name', $1, false)", [`retrace: app at ${address}`]);
    },
    release: () => client.end(),
  };
}
