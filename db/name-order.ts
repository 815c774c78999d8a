import { type SQL, sql } from 'drizzle-orm';

/** A name, by which rows come in the order that people expect (see db/sql/name-order.sql), whatever is compared with it. */
export const byName = (name: SQL): SQL => sql`lower(${name}) COLLATE retrace_names`;

/** A name that `byName` has given already, from a cursor. */
export const givenName = (name: string): SQL => sql`${name}::text COLLATE retrace_names`;
