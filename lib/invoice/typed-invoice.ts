import * as z from 'zod/mini';
import { customerAddress, customerEmail, customerName, customerTaxId } from '../customer-fields';
import { type Currency, isCurrency } from '../money';
import { currencyCode } from '../money-fields';
import { commandSchemas, type InvoiceCommand } from './commands';
import type { Customer, Line } from './events';
import { dueDate, memo } from './fields';
import { type Invoice, noInvoice } from './invoice';
import { lineAmount, type Totals, totalsOf } from './totals';
import { emptyLine, type TypedLine, typedLineFields, typedOptional } from './typed';

/** A customer as a form holds them: all text. */
export interface TypedCustomer {
  id: string;
  name: string;
  email: string;
  address: string;
  taxId: string;
}

/** A new invoice as its form holds it: all text but the ids, which say whom and which line the text is about. */
export interface TypedInvoice {
  customer: TypedCustomer;
  currency: string;
  dueDate: string;
  memo: string;
  lines: (TypedLine & { id: string })[];
}

export type CreateInvoice = Extract<InvoiceCommand, { type: 'create_invoice' }>;

/** A form that nobody has filled in yet, with one line to begin with. */
export function emptyInvoice(customerId: string, lineId: string, currency: Currency): TypedInvoice {
  return {
    customer: { id: customerId, name: '', email: '', address: '', taxId: '' },
    currency,
    dueDate: '',
    memo: '',
    lines: [{ ...emptyLine, id: lineId }],
  };
}

/** The currency chosen, which decides how amounts are read; any, until one is. */
export function currencyOf({ currency }: Pick<TypedInvoice, 'currency'>): Currency {
  return isCurrency(currency) ? currency : 'EUR';
}

const id = commandSchemas.create_invoice.shape.invoiceId;

/** The fields of a customer, by their names in the command. */
export const typedCustomer = z.object({
  id,
  name: customerName,
  email: typedOptional(customerEmail),
  address: customerAddress,
  taxId: customerTaxId,
});

/** An existing customer as they are offered for changing. */
export function customerAsTyped({ id, name, email, address, taxId }: Customer): TypedCustomer {
  return { id, name, email: email ?? '', address: address ?? '', taxId: taxId ?? '' };
}

/** What the form's values make of the command, checked field by field under the command's own names. */
export function typedInvoice(currency: Currency) {
  return z.object({
    customer: typedCustomer,
    currency: currencyCode,
    dueDate: typedOptional(dueDate),
    memo,
    lines: z
      .array(z.object({ id, ...typedLineFields(currency) }))
      .check(z.maxLength(500, 'An invoice has at most 500 lines to begin with.')),
  });
}

export interface Preview {
  currency: Currency;
  /** What each line comes to; null while that can't be told. */
  amounts: readonly (number | null)[];
  /** Of the lines that can be told. */
  totals: Totals;
}

/** What the invoice would come to, as far as it is filled in: by the same arithmetic as the invoice itself. */
export function previewOf(typed: Pick<TypedInvoice, 'currency' | 'lines'>): Preview {
  const currency = currencyOf(typed);
  const { quantity, unitPrice, taxRate } = typedLineFields(currency);
  const numbers = z.object({ quantity, unitPrice, taxRate });
  const invoice: Invoice = { ...noInvoice, currency };
  const lines: Record<string, Line> = {};
  const amounts = typed.lines.map((line) => {
    const read = z.safeParse(numbers, line);
    if (!read.success) return null;
    const known: Line = { id: line.id, place: line.id, description: line.description, ...read.data };
    lines[line.id] = known;
    return lineAmount(invoice, known);
  });
  return { currency, amounts, totals: totalsOf({ ...invoice, lines }) };
}
