import { type InvoiceEvent, invoicePayloads } from '@/lib/invoice/events';
import { rowOfLine } from './creation';
import type { InvoiceRole, LineRole } from './plan';
import { quoted } from './problems';
import type { Reading } from './reading';

/**
 * Holds a payload to the schema that every event is read with; what does not fit is noted at the row and column it
 * came from.
 */
export function checkPayload(event: InvoiceEvent, reading: Reading): void {
  try {
    invoicePayloads[event.type].schema.parse(event.payload);
  } catch (error) {
    for (const issue of issuesOf(error)) noteIssue(issue, event, reading);
  }
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** What a schema found; anything else that was thrown is a mistake of ours. */
function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof Error && 'issues' in error && Array.isArray(error.issues)) return error.issues;
  throw error;
}

/** The values of payloads by where they come from in the source. */
const roles: Record<string, InvoiceRole> = {
  'invoice_created.currency': 'currency',
  'invoice_created.customer.name': 'customerName',
  'invoice_created.customer.email': 'customerEmail',
  'invoice_created.customer.address': 'customerAddress',
  'invoice_created.dueDate': 'dueDate',
  'invoice_created.memo': 'memo',
  'invoice_finalized.number': 'number',
  'invoice_finalized.issueDate': 'issuedAt',
  'invoice_sent.message.to': 'sentTo',
  'payment_received.payment.amount': 'paidAmount',
  'payment_received.payment.receivedOn': 'paidAt',
  'payment_received.payment.reference': 'paidReference',
};

function noteIssue({ path, message }: Issue, event: InvoiceEvent, reading: Reading): void {
  const { cells, invoice, plan, problems } = reading;
  const { tables, columns, mapping } = plan;
  const [, index, field] = path;
  if (event.type === 'invoice_created' && path[0] === 'lines' && typeof index === 'number') {
    const line = invoice.lines[index];
    if (!line) return;
    cells.failed = true;
    const role = field as LineRole;
    const value = line[role];
    problems.add({
      table: tables.lines,
      row: rowOfLine(line, invoice.key),
      column: columns.line[role] ?? String(field),
      message: `${value ? `${quoted(value)} does not fit. ` : ''}${message}`,
    });
    return;
  }
  const role = roles[`${event.type}.${path.map(String).join('.')}`];
  if (!role) {
    cells.fail('key', `${path.map(String).join('.')} does not fit. ${message}`);
  } else if (role.startsWith('customer') && mapping.customers.table) {
    cells.failed = true;
    const place = {
      table: tables.customers,
      row: invoice.customer ?? '',
      column: columns.invoice[role] ?? role,
    };
    problems.add({ ...place, message: `does not fit. ${message}` });
  } else {
    const value = invoice[role];
    cells.fail(role, `${value ? `${quoted(value)} does not fit. ` : ''}${message}`);
  }
}
