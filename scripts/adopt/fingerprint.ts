import { hash } from 'node:crypto';
import type { InvoiceRole, LineRole, Plan } from './plan';
import type { SourceInvoice } from './read-source';

/** Which row of which source a record was adopted from, and how that row looked. Kept in the creation's metadata. */
export type SourceMark = {
  mapping: string;
  key: string;
  /** Of the whole row with its lines: SHA-256, shortened. */
  fingerprint: string;
  /**
   * Of each mapped value by itself, to name what changed. Eight digits tell values apart without keeping them: names
   * and addresses belong in payloads, where erasure finds them, and nowhere else.
   */
  fields: Record<string, string>;
};

/** No value, and what stands between values: characters that no text in PostgreSQL can hold. */
const nothing = '\0';
const between = '\0\0';

/** How the row of an invoice looks now. */
export function markOf(invoice: SourceInvoice, plan: Plan): SourceMark {
  const fields: Record<string, string> = {};
  const whole: string[] = [];
  const add = (name: string, value: string) => {
    whole.push(value);
    fields[name] = hash('sha1', value).slice(0, 8);
  };
  for (const role of plan.invoiceRoles) add(role, invoice[role] ?? nothing);
  add('lines', invoice.lines.map((line) => line.key).join(between));
  for (const role of plan.lineRoles)
    add(role, invoice.lines.map((line) => line[role] ?? nothing).join(between));
  const fingerprint = hash('sha256', JSON.stringify([plan.mapping.name, invoice.key, whole])).slice(0, 32);
  return { mapping: plan.mapping.name, key: invoice.key, fingerprint, fields };
}

const names: Record<InvoiceRole | LineRole | 'lines', string> = {
  number: 'number',
  customer: 'customer',
  customerName: 'customer name',
  customerEmail: 'customer e-mail',
  customerAddress: 'customer address',
  currency: 'currency',
  issuedAt: 'issue date',
  dueDate: 'due date',
  memo: 'memo',
  total: 'total',
  sentWhen: 'sent',
  sentAt: 'sent date',
  sentTo: 'sent to',
  paidWhen: 'paid',
  paidAt: 'payment date',
  paidAmount: 'amount paid',
  paidReference: 'payment reference',
  lines: 'lines',
  description: 'line description',
  quantity: 'line quantity',
  unitPrice: 'line price',
  taxRate: 'line tax rate',
};

const lineNames = new Set<string>(['description', 'quantity', 'unitPrice', 'taxRate']);

/**
 * What changed between two looks at a row, in words; nothing if it is the same. Only values mapped both times are
 * compared: a mapping that reads one column more is no change at the source.
 */
export function changedFields(before: SourceMark, now: SourceMark): string[] {
  if (before.fingerprint === now.fingerprint) return [];
  const changed = Object.keys(now.fields).filter((name) => {
    const old = before.fields[name];
    return old !== undefined && old !== now.fields[name];
  });
  // Where lines came or went every column of them differs.
  const told = changed.includes('lines') ? changed.filter((name) => !lineNames.has(name)) : changed;
  return told.map((name) => names[name as keyof typeof names] ?? name);
}
