import type { Invoice } from './invoice';
import { awaitsApproval } from './requests';
import { isDisputed, type Status, statusOf } from './status';
import { totalsOf } from './totals';

/** What the invoice list shows, searches and sorts by. Amounts in minor units. */
export interface InvoiceSummary {
  number: string | null;
  customerId: string;
  customerName: string;
  customerEmail: string | null;
  currency: string;
  status: Status;
  /** A payment is disputed, without an outcome yet. */
  disputed: boolean;
  /** Something waits for a second person. */
  awaitsApproval: boolean;
  netAmount: number;
  taxAmount: number;
  totalAmount: number;
  paidAmount: number;
  creditedAmount: number;
  refundedAmount: number;
  balanceAmount: number;
  lineCount: number;
  issueDate: string | null;
  dueDate: string | null;
}

export function summarize(invoice: Invoice): InvoiceSummary {
  const totals = totalsOf(invoice);
  return {
    number: invoice.number,
    customerId: invoice.customer.id,
    customerName: invoice.customer.name,
    customerEmail: invoice.customer.email,
    currency: invoice.currency,
    status: statusOf(invoice, totals),
    disputed: isDisputed(invoice),
    awaitsApproval: awaitsApproval(invoice),
    netAmount: totals.net,
    taxAmount: totals.tax,
    totalAmount: totals.total,
    paidAmount: totals.paid,
    creditedAmount: totals.credited,
    refundedAmount: totals.refunded,
    balanceAmount: totals.balance,
    lineCount: Object.keys(invoice.lines).length,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
  };
}
