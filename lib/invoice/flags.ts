import type { InvoiceFlag } from './invoice-filters';
import type { Status } from './status';

/** What flags are told from; a row of the list has it. Amounts in minor units. */
export interface Flagged {
  status: Status;
  overdue: boolean;
  disputed: boolean;
  awaitsApproval: boolean;
  balanceAmount: number;
}

/** What an invoice is besides its status, in the order in which it is shown. */
export function flagsOf({ status, balanceAmount, ...row }: Flagged): readonly InvoiceFlag[] {
  const flags: Record<InvoiceFlag, boolean> = {
    overdue: row.overdue,
    disputed: row.disputed,
    awaiting_approval: row.awaitsApproval,
    // Of what was voided, or is a draft yet, nothing is owed and nothing is too much.
    overpaid: status === 'paid' && balanceAmount < 0,
  };
  return Object.entries(flags).flatMap(([flag, applies]) => (applies ? [flag as InvoiceFlag] : []));
}
