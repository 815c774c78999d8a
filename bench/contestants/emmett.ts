import { CommandHandler, type Event, projections } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, pongoSingleStreamProjection } from '@event-driven-io/emmett-postgresql';
import { pongoClient } from '@event-driven-io/pongo';
import { connect } from '@/db/client';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import type { InvoiceEvent } from '@/lib/invoice/events';
import type { Invoice } from '@/lib/invoice/invoice';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { clerk, decide, metadata } from '../invoice-story';
import type { Contestant } from './contestant';

type InvoiceFact = Event<string, Record<string, unknown>, Record<string, unknown>>;
type InvoiceDocument = Invoice & Record<string, unknown>;

const evolve = (invoice: Invoice, { type, data }: InvoiceFact): Invoice =>
  invoiceWorkflow.evolve(invoice, { type, payload: data } as unknown as InvoiceEvent);

/** One document an invoice, kept in the transaction of the append. */
const invoices = pongoSingleStreamProjection<InvoiceDocument, InvoiceFact>({
  collectionName: 'invoices',
  canHandle: Object.keys(invoiceWorkflow.kinds),
  initialState: () => invoiceWorkflow.initialState as InvoiceDocument,
  evolve: (invoice: InvoiceDocument, event: InvoiceFact) => evolve(invoice, event) as InvoiceDocument,
});

const handle = CommandHandler<Invoice, InvoiceFact>({
  evolve,
  initialState: () => invoiceWorkflow.initialState,
});

/** Emmett as its guide sets it up: its command handler, with an inline projection, and Retrace's own rules. */
export const emmett: Contestant = {
  name: 'emmett',
  title: 'Emmett',
  does: 'replay stream, decide, append event and one inline document',
  open: async (url, pool) => {
    const { $client: client } = connect(url, { max: pool, applicationName: 'retrace bench' });
    const store = getPostgreSQLEventStore(url, {
      projections: projections.inline([invoices]),
      connectionOptions: { pool: client },
    });
    await store.schema.migrate();
    // Made at its first use otherwise, where ten commands at once get in each other's way.
    const pongo = pongoClient(url);
    await pongo.db().collection('invoices').createCollection();
    await pongo.close();
    return {
      step: async ({ streamId, commands }, step) => {
        await handle(store, `invoice-${streamId}`, (invoice) =>
          decide(commands[step] as InvoiceCommand, invoice).map(({ type, payload }) => ({
            type,
            data: payload as Record<string, unknown>,
            metadata: { ...metadata, actor: clerk },
          })),
        );
      },
      countEvents: async () => {
        const { rows } = await client.query<{ events: number; documents: number; streams: number }>(
          `SELECT (SELECT count(*)::int FROM emt_messages) AS events, (SELECT count(*)::int FROM emt_streams) AS streams,
                  (SELECT count(*)::int FROM invoices) AS documents`,
        );
        const [row] = rows;
        if (!row || row.documents !== row.streams)
          throw new Error(`Emmett keeps ${row?.documents} documents of ${row?.streams} invoices.`);
        return row.events;
      },
      close: async () => {
        await store.close();
        await client.end();
      },
    };
  },
};
