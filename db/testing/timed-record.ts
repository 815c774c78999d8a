import type { RecordBuilder } from '@/lib/event-sourcing/record-builder';
import { Timeline } from '@/lib/event-sourcing/replay';
import { append } from '../append';
import type { Database } from '../client';
import { derivedId } from '../derived-id';

/** When an event happened and when it was recorded, ISO 8601 in UTC with microseconds. */
export interface Times {
  occurredAt: string;
  recordedAt: string;
}

/**
 * Writes a record that was grown in memory, with times of its own for each event: a past that the database's clock can't
 * give it any more. Neither time may run backwards within the record, and nothing is recorded before it happens.
 *
 * @param times those of each event, in order
 */
export async function appendTimed<S extends object, C extends { type: string }>(
  db: Database,
  record: RecordBuilder<S, C>,
  times: readonly Times[],
): Promise<void> {
  const { workflow, streamId, events } = record;
  const timeline = new Timeline<S>(workflow, events);
  const appended = events.map((event, index) => ({
    event: { ...event, ...times[index], operationId: derivedId(streamId, event.operationId) },
    state: timeline.stateAt(event.version),
  }));
  await append(db.$client, workflow.name, [{ streamId, expected: 0, hash: null, appended }]);
}
