import { sql } from 'drizzle-orm';
import type { Customer } from '@/lib/customer/customer';
import { summarize } from '@/lib/customer/summarize';
import type { Projection } from './projection';

/** `customers` holds the newest row of each customer. */
export const customersProjection: Projection = {
  tables: { newest: 'customers' },
  columns: {
    stream_id: 'uuid',
    version: 'int',
    name: 'text',
    email: 'text',
    address: 'text',
    tax_id: 'text',
    archived: 'bool',
    last_event_type: 'text',
    last_actor_name: 'text',
    updated_at: 'timestamptz',
  },
  rowOf({ event, state }) {
    const { name, email, address, taxId, archived } = summarize(state as Customer);
    return {
      stream_id: event.streamId,
      version: event.version,
      name,
      email,
      address,
      tax_id: taxId,
      archived,
      last_event_type: event.type,
      last_actor_name: event.actor.name,
      updated_at: event.occurredAt,
    };
  },
  ctes: sql`
    current_customers AS (
      INSERT INTO customers (stream_id, version, name, email, address, tax_id, archived, last_event_type,
                             last_actor_name, updated_at)
      SELECT stream_id, version, name, email, address, tax_id, archived, last_event_type, last_actor_name, updated_at
        FROM taken WHERE last
      ON CONFLICT (stream_id) DO UPDATE SET
        version = excluded.version, name = excluded.name, email = excluded.email, address = excluded.address,
        tax_id = excluded.tax_id, archived = excluded.archived, last_event_type = excluded.last_event_type,
        last_actor_name = excluded.last_actor_name, updated_at = excluded.updated_at
    )`,
};
