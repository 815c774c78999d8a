import 'server-only';
import { cache } from 'react';
import { database } from '@/db/client';
import { recordExists } from '@/db/event-store';
import { invoiceWorkflow } from '@/lib/invoice/workflow';

/** Is there such an invoice? Asked by layout, page and title, answered once a request. */
export const invoiceExists = cache((id: string) =>
  recordExists(database().$client, id, invoiceWorkflow.name),
);
