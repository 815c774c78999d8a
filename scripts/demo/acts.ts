/**
 * What people do to the document, in the demo's own words. Each answers with the request that the page would send.
 * What is about money is in acts-money.ts.
 */
import { listRequest } from '@/lib/event-sourcing/plan';
import type { InvoiceEventType } from '@/lib/invoice/events';
import type { Currency } from '@/lib/money';
import { catalogue, type ItemCode } from './catalogue';
import { demoId } from './demo-id';
import { addCalendarDays } from './office-calendar';
import type { Act, Scene } from './step';

type Quantities = Partial<Record<ItemCode, number>>;

interface Creation {
  /** Days until it is due; without a due date if left out. */
  terms?: number;
  lines: Quantities;
  memo?: string;
  currency?: Currency;
  /** Prices in minor units of the currency, where they are not the catalogue's. */
  prices?: Quantities;
  /** Sold across a border: no tax on any line. */
  taxFree?: boolean;
}

/** The id of the line of an item; every demo invoice has an item at most once. */
export const lineIdOf = (invoice: string, code: ItemCode): string => demoId(`${invoice} line ${code}`);

function newLine(invoice: string, code: ItemCode, quantity: number, price?: number, taxFree = false) {
  const { description, price: listPrice, tax } = catalogue[code];
  return {
    id: lineIdOf(invoice, code),
    description,
    quantity: String(quantity),
    unitPrice: price ?? listPrice,
    taxRate: taxFree ? 0 : tax,
  };
}

export const create =
  ({ terms, lines, memo, currency, prices, taxFree }: Creation): Act =>
  ({ name, customer: { id, name: customerName, email, address }, today }) => ({
    type: 'create_invoice',
    invoiceId: demoId(name),
    currency: currency ?? 'EUR',
    customer: { id, name: customerName, email, address, taxId: null },
    discounts: [],
    duplicateOf: null,
    dueDate: terms === undefined ? null : addCalendarDays(today, terms),
    memo: memo ?? null,
    lines: (Object.entries(lines) as [ItemCode, number][]).map(([code, quantity]) =>
      newLine(name, code, quantity, prices?.[code], taxFree),
    ),
  });

export const addLine =
  (code: ItemCode, quantity: number, price?: number): Act =>
  ({ name, invoice }) => {
    const taxFree = Object.values(invoice.lines).some((line) => line.taxRate === 0);
    return { type: 'add_line', line: newLine(name, code, quantity, price, taxFree) };
  };

interface LineChange {
  description?: string;
  quantity?: number;
  price?: number;
  tax?: number;
}

export const changeLine =
  (code: ItemCode, { description, quantity, price, tax }: LineChange): Act =>
  ({ name }) => ({
    type: 'change_line',
    lineId: lineIdOf(name, code),
    ...(description === undefined ? {} : { description }),
    ...(quantity === undefined ? {} : { quantity: String(quantity) }),
    ...(price === undefined ? {} : { unitPrice: price }),
    ...(tax === undefined ? {} : { taxRate: tax }),
  });

export const removeLine =
  (code: ItemCode): Act =>
  ({ name }) => ({ type: 'remove_line', lineId: lineIdOf(name, code) });

export const memo =
  (text: string | null): Act =>
  () => ({ type: 'change_details', memo: text });

/** Moves the due date by so many days from where it stands. */
export const moveDueDate =
  (days: number): Act =>
  ({ invoice, today }) => ({
    type: 'change_details',
    dueDate: addCalendarDays(invoice.dueDate ?? today, days),
  });

/** Makes it due so many days from now. */
export const dueIn =
  (days: number): Act =>
  ({ today }) => ({ type: 'change_details', dueDate: addCalendarDays(today, days) });

export const finalize: Act = () => ({ type: 'finalize_invoice' });

const sending =
  (address?: string): Act =>
  ({ name, customer, step }) => {
    const to = address ?? customer.email;
    if (!to) throw new Error(`${customer.name} has no e-mail address; say where ${name} is sent.`);
    return { type: 'send_invoice', messageId: demoId(`${name} delivery ${step}`), to, text: null };
  };

/** Sends it to the customer's own address. */
export const send: Act = sending();
export const sendTo = sending;

/** Says once more that it is due. */
export const remind: Act = ({ name, customer, step }) => {
  if (!customer.email) throw new Error(`${customer.name} has no e-mail address, so nobody can remind them.`);
  const text = 'Our books show this invoice as unpaid. If your payment has crossed this message, thank you.';
  return { type: 'send_reminder', messageId: demoId(`${name} delivery ${step}`), to: customer.email, text };
};

/** A remark for colleagues; the customer never sees it. */
export const note =
  (text: string): Act =>
  ({ name, step }) => ({ type: 'add_note', noteId: demoId(`${name} note ${step}`), text });

/** A share of the lines in percent, before tax. */
export const discount =
  (percent: number, description: string): Act =>
  ({ name, step }) => ({
    type: 'grant_discount',
    discount: { id: demoId(`${name} discount ${step}`), description, rate: percent * 100, amount: null },
  });

export const voidInvoice: Act = () => ({ type: 'void_invoice' });

export const discard: Act = () => ({ type: 'discard_draft' });

/** Undo as in the toolbar: the person's own last change here. */
export const undo: Act<Scene> = ({ log, actor }) => listRequest(log.history, actor.id, 'undo');

export const redo: Act<Scene> = ({ log, actor }) => listRequest(log.history, actor.id, 'redo');

/** Undo from the menu of the last event of a type. */
export const takeBack =
  (type: InvoiceEventType): Act =>
  ({ log, name }) => {
    const event = log.events.findLast(
      (candidate) => candidate.type === type && candidate.revertsVersion === null,
    );
    if (!event) throw new Error(`Nothing of the type ${type} has happened to ${name}.`);
    return { button: 'row', version: log.history.tipOf(event.version) };
  };
