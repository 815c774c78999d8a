import { connect } from '@/db/client';
import { storedForms } from '../invoice-story';
import type { Contestant } from './contestant';

/**
 * The floor: one row with the same payload in one round trip. No rule, no version, no conflict, no read table; nothing
 * that keeps an event a statement can be faster than this on this server and driver.
 */
export const bareInsert: Contestant = {
  name: 'insert',
  title: 'bare INSERT',
  does: 'insert one row: no read, no rule, one index',
  open: async (url, pool) => {
    const { $client: client } = connect(url, { max: pool, applicationName: 'retrace bench' });
    await client.query(`CREATE TABLE facts (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      stream_id uuid NOT NULL, version int NOT NULL, type text NOT NULL,
      payload jsonb NOT NULL, metadata jsonb NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now())`);
    const stored = storedForms();
    return {
      step: async ({ streamId }, step) => {
        const form = stored[step];
        if (!form) throw new RangeError(`The story has no step ${step}.`);
        await client.query({
          name: 'insert_fact',
          text: 'INSERT INTO facts (stream_id, version, type, payload, metadata) VALUES ($1, $2, $3, $4, $5)',
          values: [streamId, step + 1, form.type, form.payload, form.metadata],
        });
      },
      countEvents: async () => {
        const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM facts');
        return rows[0]?.count ?? 0;
      },
      close: () => client.end(),
    };
  },
};
