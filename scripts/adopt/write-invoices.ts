import type { PoolClient } from 'pg';
import type { StreamAppend } from '@/db/append';
import { bulkAppend, readClock } from '@/db/bulk-append';
import { NewRecordRows } from '@/db/copy-new-records';
import { recordEvents } from '@/lib/event-sourcing/append';
import type { Actor } from '@/lib/event-sourcing/event';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { baselineOf } from './baseline';
import { markOf } from './fingerprint';
import { nameId } from './name-id';
import { Problems, ProblemsError } from './problems';
import type { SourceInvoice } from './read-source';
import type { ReadingContext, SharedContext } from './reading';
import { invoiceSeries } from './sort-out';

/** Appends the baselines of new invoices, all of them or none. */
export async function writeInvoices(
  client: PoolClient,
  invoices: readonly SourceInvoice[],
  shared: SharedContext,
): Promise<void> {
  const context: ReadingContext = { ...shared, problems: new Problems(), checked: true };
  const baselines = invoices.map((invoice) => baselineOf(invoice, context));
  // The first pass read these very rows; this only holds it to its word.
  if (context.problems.count > 0) throw new ProblemsError(context.problems);
  // Before the transaction has an id: a time read after it would turn the order of the feed around.
  const recordedAt = await readClock(client);
  const rows = new NewRecordRows(invoiceWorkflow.name);
  for (const [index, invoice] of invoices.entries()) {
    const { streamId, events } = baselines[index] as ReturnType<typeof baselineOf>;
    rows.add(toAppend(invoice, streamId, events, shared, recordedAt));
  }
  await bulkAppend(client, {
    workflow: invoiceWorkflow.name,
    numbers: baselines.map(({ number, streamId }) => ({
      series: invoiceSeries,
      number,
      streamId,
      holder: streamId,
    })),
    fresh: rows.done(),
    known: [],
  });
}

function toAppend(
  invoice: SourceInvoice,
  streamId: string,
  events: ReturnType<typeof baselineOf>['events'],
  { plan }: SharedContext,
  recordedAt: string,
): StreamAppend {
  const { name } = plan.mapping;
  const issuedAt = events[0]?.occurredAt ?? recordedAt;
  const proposed = events.map(({ event }, step) => ({
    event,
    cause: 'import' as const,
    // One event says where the record came from; all of them say which way.
    ...(step === 0 && { metadata: { source: markOf(invoice, plan) } }),
  }));
  const recorded = recordEvents(
    invoiceWorkflow,
    { version: 0, state: invoiceWorkflow.initialState },
    proposed,
    {
      streamId,
      operationId: nameId(name, 'operation', invoice.key),
      actor: actorOf(name),
      reason: null,
      metadata: { process: 'adoption', channel: 'command_line' },
      occurredAt: issuedAt,
      recordedAt,
    },
  );
  const appended = recorded.map(({ event, state }, step) => {
    const occurredAt = events[step]?.occurredAt ?? issuedAt;
    return { event: occurredAt === issuedAt ? event : { ...event, occurredAt }, state };
  });
  return { streamId, expected: 0, hash: null, appended };
}

/** In whose name a mapping's events stand. */
export const actorOf = (mapping: string): Actor => ({
  id: `import:${mapping}`,
  kind: 'import',
  name: `Import from ${mapping}`,
});
