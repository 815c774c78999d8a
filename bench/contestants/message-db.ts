import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connect } from '@/db/client';
import { storedForms } from '../invoice-story';
import type { Contestant } from './contestant';

const scripts = fileURLToPath(new URL('../node_modules/@eventide/message-db/database/', import.meta.url));

/** What the package's install.sh runs, but for its role and its views: no psql is needed, and nothing outside the database is touched. */
const files = [
  'schema/message-store',
  'tables/messages',
  'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id'].map(
    (name) => `functions/${name}`,
  ),
  ...['stream-version', 'write-message'].map((name) => `functions/${name}`),
  ...['messages-id', 'messages-stream', 'messages-category'].map((name) => `indexes/${name}`),
];

/** message-db: `write_message` with the expected version. It stores; deciding and read tables are the caller's. */
export const messageDb: Contestant = {
  name: 'message_db',
  title: 'message-db',
  does: 'write_message with an expected version: no read, no rule, no read table',
  open: async (url, pool) => {
    const setUp = connect(url, { max: 1 }).$client;
    const { rows } = await setUp.query<{ name: string }>('SELECT current_database() AS name');
    // Its functions name each other without their schema.
    await setUp.query(`ALTER DATABASE ${rows[0]?.name} SET search_path TO message_store, public`);
    await setUp.end();
    const { $client: client } = connect(url, { max: pool, applicationName: 'retrace bench' });
    for (const file of files) await client.query(readFileSync(`${scripts}${file}.sql`, 'utf8'));
    const stored = storedForms();
    return {
      step: async ({ streamId, commands }, step) => {
        const form = stored[step];
        if (!form || !commands[step]) throw new RangeError(`The story has no step ${step}.`);
        await client.query({
          name: 'write_message',
          text: 'SELECT message_store.write_message(gen_random_uuid()::varchar, $1, $2, $3, $4, $5)',
          values: [`invoice-${streamId}`, form.type, form.payload, form.metadata, step - 1],
        });
      },
      countEvents: async () => {
        const { rows } = await client.query<{ count: number }>(
          'SELECT count(*)::int AS count FROM message_store.messages',
        );
        return rows[0]?.count ?? 0;
      },
      close: () => client.end(),
    };
  },
};
