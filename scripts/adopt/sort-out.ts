import { readFirstMetadata } from '@/db/bulk-append';
import type { Database } from '@/db/client';
import type { EventMetadata } from '@/lib/event-sourcing/event';
import type { SourceMark } from './fingerprint';
import type { Plan } from './plan';
import type { SourceInvoice } from './read-source';
import { streamIdOf } from './reading';

/** The number series that invoices are numbered from, theirs and ours alike. */
export const invoiceSeries = 'invoice';

export interface SortedOut {
  fresh: SourceInvoice[];
  /** With how their rows looked when they were adopted. */
  present: { invoice: SourceInvoice; mark: SourceMark | undefined }[];
}

/** Tells the invoices that Retrace holds already from those that are new. */
export async function sortOut(db: Database, chunk: readonly SourceInvoice[], plan: Plan): Promise<SortedOut> {
  const ids = chunk.map((invoice) => streamIdOf(plan, invoice.key));
  const known = await readFirstMetadata(db.$client, ids);
  const sorted: SortedOut = { fresh: [], present: [] };
  for (const [index, invoice] of chunk.entries()) {
    const metadata = known.get(ids[index] ?? '') as EventMetadata | undefined;
    if (!metadata) sorted.fresh.push(invoice);
    else sorted.present.push({ invoice, mark: metadata.source as SourceMark | undefined });
  }
  return sorted;
}
