import type { RecordSummary } from '@/lib/record-summary';
import { searchedText } from '@/lib/record-summary';
import type { Projection } from './projection';
import { versionedProjection } from './versioned';

/** Columns that `records` and `record_versions` share, with their types, in one order. */
const columns = {
  workflow: 'text',
  stream_id: 'uuid',
  version: 'int',
  title: 'text',
  status: 'text',
  customer_id: 'uuid',
  customer_name: 'text',
  amount: 'bigint',
  currency: 'text',
  fields: 'jsonb',
  search: 'text',
  last_event_type: 'text',
  last_actor_id: 'text',
  last_actor_name: 'text',
} as const;

/** The columns of a row of a list. */
export const recordColumns: readonly string[] = Object.keys(columns);

/**
 * The read tables of a workflow that has none of its own: `records` holds the newest row of each record,
 * `record_versions` every row it had.
 *
 * @param summarize the workflow's
 */
export function recordsProjection<S extends object>(summarize: (state: S) => RecordSummary): Projection {
  return versionedProjection(
    { newest: 'records', versions: 'record_versions', since: 'valid_from', columns },
    ({ event, state }) => {
      const summary = summarize(state as S);
      const row: Record<keyof typeof columns, unknown> = {
        workflow: event.workflow,
        stream_id: event.streamId,
        version: event.version,
        title: summary.title,
        status: summary.status,
        customer_id: summary.customerId,
        customer_name: summary.customerName,
        amount: summary.amount,
        currency: summary.currency,
        fields: summary.fields,
        search: searchedText(summary),
        last_event_type: event.type,
        last_actor_id: event.actor.id,
        last_actor_name: event.actor.name,
      };
      return row;
    },
  );
}
