import type { RecordBuilder } from '@/lib/event-sourcing/record-builder';
import { Timeline } from '@/lib/event-sourcing/replay';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
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
export async function appendTimed(
  db: Database,
  record: RecordBuilder<Invoice, InvoiceCommand>,
  times: readonly Times[],
): Promise<void> {
  const { streamId, events } = record;
  const timeline = new Timeline<Invoice>(invoiceWorkflow, events);
  const appended = events.map((event, index) => ({
    event: { ...event, ...times[index], operationId: derivedId(streamId, event.operationId) },
    state: timeline.stateAt(event.version),
  }));
  await append(db.$client, invoiceWorkflow.name, [{ streamId, expected: 0, hash: null, appended }]);
}
