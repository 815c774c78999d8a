import 'server-only';
import { cache } from 'react';
import { database } from '@/db/client';
import { readStream, recordExists } from '@/db/event-store';
import { invoiceWorkflow } from '@/lib/invoice/workflow';

/** Is there such an invoice? Asked by layout, page and title, answered once a request. */
export const invoiceExists = cache((id: string) =>
  recordExists(database().$client, id, invoiceWorkflow.name),
);

/** An invoice's log, read once a request; empty where there is none. */
export const readInvoice = cache(async (id: string) =>
  (await invoiceExists(id)) ? readStream(database().$client, id) : [],
);
