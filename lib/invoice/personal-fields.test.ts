/** Erasing a person must find everything that names them, in every event: no field may be forgotten. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { personal } from '../personal';
import { invoicePayloadSchemas } from './events';

interface Field {
  path: string;
  personal: boolean;
}

/** Every field of a schema that is no object itself, and whether it, or what wraps it, is marked as personal. */
function fieldsOf(schema: z.core.$ZodType, path: string, marked = false): Field[] {
  const isMarked = marked || personal.has(schema);
  const { def } = schema._zod as unknown as {
    def: {
      shape?: Record<string, z.core.$ZodType>;
      element?: z.core.$ZodType;
      innerType?: z.core.$ZodType;
      in?: z.core.$ZodType;
      options?: readonly z.core.$ZodType[];
    };
  };
  if (def.shape) {
    return Object.entries(def.shape).flatMap(([name, child]) => fieldsOf(child, `${path}.${name}`, isMarked));
  }
  const within = [def.element, def.innerType, def.in, ...(def.options ?? [])].filter(
    (child) => child !== undefined,
  );
  const found = within.flatMap((child) => fieldsOf(child, path, isMarked));
  if (found.length === 0) return [{ path, personal: isMarked }];
  return found.some((field) => field.path !== path)
    ? found
    : [{ path, personal: isMarked || found.some((field) => field.personal) }];
}

describe('personal fields', () => {
  const fields = Object.entries(invoicePayloadSchemas).flatMap(([type, schema]) => fieldsOf(schema, type));

  /** Names of fields that say nothing of who a person is. A new field is either here or marked. */
  const impersonal = [
    ...['id', 'invoiceId', 'lineId', 'discountId', 'paymentId', 'attemptId', 'refundId', 'creditId'],
    ...['disputeId', 'noteId', 'approvalId', 'requestId', 'requestedById', 'type', 'kind', 'title'],
    'version',
    ...['place', 'number', 'currency', 'amountsIn', 'rounding', 'forGood', 'code', 'category'],
    ...['description', 'quantity', 'unitPrice', 'unitPrices', 'taxRate', 'rate', 'amount', 'method'],
    ...['paymentReference', 'dueDate', 'issueDate', 'receivedOn', 'failedOn', 'issuedOn'],
    ...['settledOn', 'openedOn', 'closedOn', 'finalizedAt', 'sentAt', 'voidedAt', 'writtenOffAt'],
    ...['retriedAt', 'addedAt', 'requestedAt'],
  ];

  /** Who issued the invoice: the company itself. */
  const seller = ['name', 'address', 'taxId'].map((field) => `invoice_finalized.seller.${field}`);

  it('are marked, every one of them', () => {
    expect(fields.filter((field) => field.personal).map((field) => field.path)).toEqual([
      'invoice_created.customer.name',
      'invoice_created.customer.email',
      'invoice_created.customer.address',
      'invoice_created.customer.taxId',
      'invoice_created.memo',
      'customer_changed.name',
      'customer_changed.email',
      'customer_changed.address',
      'customer_changed.taxId',
      'memo_changed.memo',
      'invoice_sent.message.to',
      'invoice_sent.message.text',
      'reminder_sent.message.to',
      'reminder_sent.message.text',
      'payment_received.payment.reference',
      'payment_failed.attempt.detail',
      'payment_method_updated.detail',
      'dispute_opened.dispute.reference',
      'note_added.note.text',
      'note_added.note.author',
      'approval_requested.approval.command.what',
      'approval_requested.approval.reason',
      'approval_requested.approval.requestedBy',
    ]);
  });

  it.each(fields)('$path is marked or known to name nobody', ({ path, personal: marked }) => {
    const known = seller.includes(path) || impersonal.includes(path.split('.').at(-1) ?? '');
    expect(marked || known, `${path} is neither`).toBe(true);
  });

  it('are looked for in children of collections too', () => {
    expect(fields.map((field) => field.path)).toContain('invoice_created.lines.description');
  });
});
