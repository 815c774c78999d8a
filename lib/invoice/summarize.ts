import { type Invoice, type Status, statusOf, totalsOf } from './invoice';

/** What the invoice list shows, searches and sorts by. Amounts in minor units. */
export interface InvoiceSummary {
  number: string | null;
  customerId: string;
  customerName: string;
  customerEmail: string | null;
  currency: string;
  status: Status;
  netAmount: number;
  taxAmount: number;
  totalAmount: number;
  paidAmount: number;
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
    netAmount: totals.net,
    taxAmount: totals.tax,
    totalAmount: totals.total,
    paidAmount: totals.paid,
    balanceAmount: totals.balance,
    lineCount: Object.keys(invoice.lines).length,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
  };
}
