import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldHistory } from '@/lib/event-sourcing/field-history';
import type { Invoice } from '@/lib/invoice/invoice';
import { draft, lineId, people } from '@/lib/invoice/testing';
import { grow, pasts } from '@/lib/invoice/testing/histories';
import { payment } from '@/lib/invoice/testing/lives';
import { fieldsOf } from './document-fields';
import { balanceLabel, figuresOf } from './invoice-figures';
import { type Collection, partsInView } from './parts-in-view';

const { ana } = people;

const leaves = [
  'issueDate',
  'dueDate',
  'currency',
  'paymentReference',
  'paymentMethod',
  'duplicateOf',
  'memo',
  'seller',
  'customer.name',
  'customer.address',
  'customer.email',
  'customer.taxId',
  'number',
  'status',
];
const collections: readonly Collection[] = [
  'discounts',
  'payments',
  'attempts',
  'refunds',
  'credits',
  'disputes',
  'notes',
  'messages',
  'approvals',
];

/** Everything that the document of an invoice asks about. */
const askedOf = (invoice: Invoice): string[] => [
  ...leaves,
  ...figuresOf(invoice).map(({ label }) => `figures.${label}`),
  ...Object.keys(invoice.lines).flatMap((id) =>
    ['', '.quantity', '.unitPrice', '.taxRate'].map((leaf) => `lines.${id}${leaf}`),
  ),
  ...collections.flatMap((collection) =>
    partsInView(collection, { state: invoice, before: invoice, changes: {} }).map(
      ({ child }) => `${collection}.${child.id}`,
    ),
  ),
];

describe('the fields of an invoice’s document', () => {
  it('can be asked about at any version of any history, each with a chain that leads to its value', () => {
    fc.assert(
      fc.property(pasts(15), (past) => {
        const { log } = grow(past);
        for (const id of askedOf(log.state)) {
          const { field, among } = fieldsOf(id, 'Label');
          expect(among).toContain(field);
          const { entries, value, latest } = fieldHistory(log, field);
          const steps = entries.flatMap((entry) => [entry, ...entry.reverts]);
          expect(entries.length).toBeGreaterThan(0);
          expect(steps.some(({ stands }) => stands)).toBe(true);
          expect(steps.find(({ version }) => version === latest)?.to).toBe(value);
        }
      }),
    );
  }, 120_000);

  it('show a line with its values: each its own chain, an amount with its currency', () => {
    const record = draft({ lines: 1 });
    const id = lineId(1);
    record.command(ana, { type: 'change_line', lineId: id, unitPrice: 1500 });
    record.command(ana, { type: 'change_currency', currency: 'SEK' });
    const { field, among } = fieldsOf(`lines.${id}.unitPrice`, 'Price');
    expect(among.map(({ label }) => label)).toEqual(['Line', 'Item', 'Quantity', 'Price', 'Tax']);
    const chain = (of: typeof field) =>
      fieldHistory(record.log, of).entries.map(({ from, to }) => [from, to]);
    expect(chain(field)).toEqual([
      ['€15.00', 'SEK\u00a015.00'],
      ['€12.50', '€15.00'],
      [null, '€12.50'],
    ]);
    const { field: whole } = fieldsOf(`lines.${id}`, 'Line');
    expect(chain(whole)[1]).toEqual([
      'Item 1, 2 × €12.50, 19 % tax: €25.00',
      'Item 1, 2 × €15.00, 19 % tax: €30.00',
    ]);
    expect(chain(fieldsOf(`lines.${id}.quantity`, 'Quantity').field)).toEqual([[null, '2']]);
  });

  it('work the balance and the status out at every event', () => {
    const record = draft();
    record.command(ana, { type: 'finalize_invoice' });
    record.command(ana, payment(2000, lineId(60)));
    const values = (id: string) =>
      fieldHistory(record.log, fieldsOf(id, '').field).entries.map(({ to }) => to);
    expect(values(`figures.${balanceLabel}`)).toEqual(['€39.50', '€59.50']);
    expect(values('status')).toEqual(['Partially paid', 'Open', 'Draft']);
    expect(values('figures.Payments')).toEqual(['−€20.00', '€0.00']);
  });

  it('does not know what the document does not show', () => {
    expect(() => fieldsOf('voidedAt', 'Voided')).toThrow('no field voidedAt');
  });
});
