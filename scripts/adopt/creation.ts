import { generateNKeysBetween } from 'fractional-indexing';
import { customerEmail } from '@/lib/customer-fields';
import type { Customer, InvoiceEvent, Line } from '@/lib/invoice/events';
import { Cells } from './cells';
import { nameId, nameIds } from './name-id';
import type { InvoiceRole, LineRole } from './plan';
import { quoted } from './problems';
import type { SourceLine } from './read-source';
import { type Reading, streamIdOf } from './reading';
import { noMoment, readMoment, readMoney, readQuantity, readTaxRate } from './values';

/** The creation of an invoice with its customer and all its lines, as the source has them. */
export function creationOf(reading: Reading): InvoiceEvent {
  const { invoice, cells, currency, plan } = reading;
  const { timeZone } = plan.mapping;
  const places = placesFor(invoice.lines.length);
  const ids = nameIds(invoice.lines.length, plan.mapping.name, 'lines', invoice.key);
  refuseRepeatedLines(reading);
  return {
    type: 'invoice_created',
    payload: {
      invoiceId: streamIdOf(plan, invoice.key),
      currency,
      rounding: 'half_even',
      duplicateOf: null,
      customer: customerOf(reading),
      dueDate: cells.text('dueDate')
        ? cells.read('dueDate', (text) => readMoment(text, timeZone), noMoment, '').day
        : null,
      memo: cells.text('memo'),
      lines: invoice.lines.map((line, index) => lineOf(reading, line, ids[index] ?? '', places[index] ?? '')),
    },
  };
}

function customerOf(reading: Reading): Customer {
  const { invoice, cells, plan, problems } = reading;
  const { mapping, tables, columns } = plan;
  const key = cells.required('customer', '', 'an invoice has a customer');
  if (key && invoice.customerFound === 'false') {
    cells.fail(
      'customer',
      `${quoted(key)} is not in the table "${tables.customers}" (${mapping.customers.key}).`,
    );
  }
  const found = invoice.customerFound !== 'false';
  const row = mapping.customers.table ? key : invoice.key;
  const person = new Cells<InvoiceRole>(
    { table: tables.customers, row, columns: columns.invoice },
    invoice,
    problems,
  );
  const customer = {
    id: nameId(mapping.name, 'customer', key),
    name: found ? person.required('customerName', '-', 'a customer has a name') : '-',
    email: emailOf(reading, person),
    address: person.text('customerAddress'),
    taxId: null,
  };
  cells.failed ||= person.failed;
  return customer;
}

function emailOf({ plan, corrected }: Reading, person: Cells<InvoiceRole>): string | null {
  const email = person.text('customerEmail');
  if (email === null || customerEmail.safeParse(email).success) return email;
  if (plan.mapping.invalidEmail === 'leave_out') corrected.emailLeftOut = true;
  else {
    const remedy = '"invalidEmail": "leave_out" in the mapping leaves such addresses out';
    person.fail('customerEmail', `${quoted(email)} is no e-mail address; ${remedy}.`);
  }
  return null;
}

function lineOf(reading: Reading, line: SourceLine, id: string, place: string): Line {
  const { invoice, cells, currency, plan, problems, corrected } = reading;
  const { mapping, tables, columns } = plan;
  const { taxRate } = mapping.lines;
  const at = {
    table: tables.lines,
    row: rowOfLine(line, invoice.key),
    columns: columns.line,
  };
  const values = new Cells<LineRole>(at, line, problems);
  if (line.key === null) values.fail('key', 'is empty; lines.key must tell the lines of an invoice apart.');
  const none = { amount: 0, rounded: false };
  const price = values.read(
    'unitPrice',
    (text) => readMoney(text, currency, mapping),
    none,
    'a line has a price',
  );
  if (price.rounded) corrected.rounded += 1;
  const rate =
    'constant' in taxRate
      ? taxRate.constant
      : values.read(
          'taxRate',
          (text) => readTaxRate(text, taxRate.unit),
          0,
          'a line has a tax rate, 0 for none',
        );
  const read: Line = {
    id,
    place,
    description: values.required('description', '-', 'a line says what it is for'),
    quantity: values.read('quantity', readQuantity, '1', 'a line has a quantity'),
    unitPrice: price.amount,
    taxRate: rate,
  };
  cells.failed ||= values.failed;
  return read;
}

/** What messages call a line: its key may tell it apart within its invoice only. */
export const rowOfLine = (line: SourceLine, invoiceKey: string): string =>
  `${line.key ?? '(without key)'} (invoice ${invoiceKey})`;

function refuseRepeatedLines({ invoice, cells, plan, problems }: Reading): void {
  const known = new Set<string | null>();
  for (const line of invoice.lines) {
    if (line.key !== null && known.has(line.key)) {
      cells.failed = true;
      problems.add({
        table: plan.tables.lines,
        row: rowOfLine(line, invoice.key),
        column: plan.mapping.lines.key,
        message: 'occurs more than once on this invoice; lines.key must tell the lines of an invoice apart.',
      });
    }
    known.add(line.key);
  }
}

const placesByCount = new Map<number, string[]>();

/** Places for so many lines; the same for every invoice of as many. */
function placesFor(count: number): string[] {
  let places = placesByCount.get(count);
  if (!places) {
    places = generateNKeysBetween(null, null, count);
    placesByCount.set(count, places);
  }
  return places;
}
