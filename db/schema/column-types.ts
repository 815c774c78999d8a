import { customType } from 'drizzle-orm/pg-core';

/** PostgreSQL's 64-bit transaction id: with `position` it orders the feed. Read as text. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Raw bytes, used for hashes. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
