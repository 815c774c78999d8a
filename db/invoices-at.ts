import type { SQL } from 'drizzle-orm';
import { summaryColumns } from './projections/invoices';
import { type AtMoment, rowSources, rowsAt } from './rows-at';

const tables = {
  newest: 'invoices',
  versions: 'invoice_versions',
  since: 'updated_at',
  columns: summaryColumns,
};

/** Where the invoices of a moment are: see `rowSources`. Each is called `invoices`. */
export const invoiceSources = (moment: AtMoment): readonly SQL[] => rowSources(tables, moment);

/** The invoices of a moment as one table for FROM, called `invoices`. */
export const invoicesAt = (moment: AtMoment): SQL => rowsAt(tables, moment);
