import * as z from 'zod/mini';
import type { InvoiceFilters } from './invoice-filters';
import { largestSelection } from './largest-selection';

/** Some invoices by their ids, or everything that filters leave, but for a few. */
export type InvoiceSelection =
  | { kind: 'these'; ids: readonly string[] }
  | { kind: 'matching'; filters: InvoiceFilters; except: readonly string[] };

const id = z.uuid('This needs the ids of invoices.').check(z.toLowerCase());
export const selectionIds = z
  .array(id)
  .check(z.maxLength(largestSelection, 'At most 10,000 invoices can be chosen at once.'));

/** A selection as a browser sends it: the filters stand in it as they do in the address of the list. */
export const selectionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('these'), ids: selectionIds }),
  z.object({
    kind: z.literal('matching'),
    address: z.string().check(z.maxLength(4000)),
    except: selectionIds,
  }),
]);

export type SelectionInput = z.output<typeof selectionInput>;
