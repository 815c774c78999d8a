import { sql } from 'drizzle-orm';
import { check, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ViewPage } from '../../lib/saved-view';
import { users } from './auth';

/** Filters, order and moment of a page that somebody keeps under a name. Theirs alone, and no business record. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey(),
    personId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Which pages there are the door knows: another list of records is no change of this table. */
    page: text().$type<ViewPage>().notNull(),
    name: text().notNull(),
    /** What stands behind the page's path: `?status=open&sort=-due`, or nothing. */
    address: text().notNull(),
    madeAt: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  (table) => [
    // Finds a person's views of a page, and lets no two of them have one name.
    uniqueIndex('saved_views_name').on(table.personId, table.page, sql`lower(${table.name})`),
    check('saved_views_page', sql`${table.page} ~ '^[a-z][a-z-]{0,39}$'`),
  ],
);
