import { type SQL, sql } from 'drizzle-orm';
import type { AnalyticsFilters } from '@/lib/analytics/question';
import { acts } from './acts';

/** The records that somebody worked on; all, if nobody is named. As a value, so that they are looked up in one hash. */
export const touchedBy = (filters: AnalyticsFilters): SQL =>
  filters.person
    ? sql`(stream_id IN (SELECT stream_id FROM ${acts(filters)} a WHERE actor_id = ${filters.person})) IS TRUE`
    : sql`true`;
