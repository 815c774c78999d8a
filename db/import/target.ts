import type { ImportRun } from './imports';
import { invoiceTarget } from './invoice-events';
import type { ImportTarget } from './open-record';
import { recordTarget } from './record-events';

/** What the rows of a run become, by its mapping. */
export function targetOf(run: ImportRun): ImportTarget {
  return run.mapping.into === 'invoice' ? invoiceTarget(run) : recordTarget(run);
}
