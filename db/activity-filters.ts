import { type SQL, sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity/activity-query';
import { eventTypes } from '@/lib/activity/event-types';

/** The filters as a condition on `events`; what page, chart, news and export of Activity have in common. */
export function activityWhere(filters: ActivityFilters): SQL {
  const { actors, types, workflows, causes, record, from, to } = filters;
  const conditions: SQL[] = [];
  const anyOf = (column: SQL, values: readonly string[]) => {
    if (values.length > 0) conditions.push(sql`${column} IN ${[...values]}`);
  };
  anyOf(sql`actor_id`, actors);
  if (types.length > 0) conditions.push(typesCondition(types.map(splitType)));
  anyOf(sql`workflow`, workflows);
  anyOf(sql`cause`, causes);
  if (filters.kinds.length > 0) conditions.push(kindsCondition(filters.kinds));
  if (record) conditions.push(sql`stream_id = ${record}::uuid`);
  if (from) conditions.push(sql`occurred_at >= ${from}::timestamptz`);
  if (to) conditions.push(sql`occurred_at < ${to}::timestamptz`);
  return conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`true`;
}

/** A kind is that of the event's type; what takes another event back is of the kind `undo`, whatever its type. */
function kindsCondition(kinds: ActivityFilters['kinds']): SQL {
  const own = eventTypes().filter(({ kind }) => kinds.includes(kind));
  const alternatives: SQL[] = [];
  if (kinds.includes('undo')) alternatives.push(sql`reverts_version IS NOT NULL`);
  if (own.length > 0) {
    alternatives.push(sql`(reverts_version IS NULL AND ${typesCondition(own)})`);
  }
  return alternatives.length > 0 ? sql`(${sql.join(alternatives, sql` OR `)})` : sql`false`;
}

function typesCondition(types: readonly { workflow: string; type: string }[]): SQL {
  const pairs = types.map(({ workflow, type }) => sql`(${workflow}, ${type})`);
  return sql`(workflow, type) IN (${sql.join(pairs, sql`, `)})`;
}

function splitType(name: string): { workflow: string; type: string } {
  const [workflow = '', type = ''] = name.split('.', 2);
  return { workflow, type };
}
