import type { Customer } from './customer/customer';
import { type Invoice, titleOf } from './invoice/invoice';
import type { Order } from './order/order';
import type { AppPerson } from './person/person';
import type { LogRecord } from './record/record';
import type { Subscription } from './subscription/subscription';

/** Where the records of a workflow are found, and what they are called. */
export interface RecordPlace {
  /** One and several of them, within a sentence: "invoice", "invoices". */
  one: string;
  many: string;
  /** The address of one. */
  href(id: string): string;
  /** What people know one by, from its state. */
  title(state: object): string;
  /** What tells it apart beside its title: an invoice's customer. */
  detail?(state: object): string | null;
}

/** By the workflow's name. A workflow with a page is one more entry here. */
const places: Readonly<Record<string, RecordPlace>> = {
  invoice: {
    one: 'invoice',
    many: 'invoices',
    href: (id) => `/invoices/${id}`,
    title: (state) => titleOf(state as Invoice),
    detail: (state) => (state as Invoice).customer?.name ?? null,
  },
  customer: {
    one: 'customer',
    many: 'customers',
    href: (id) => `/customers/${id}`,
    title: (state) => (state as Customer).name,
  },
  subscription: {
    one: 'subscription',
    many: 'subscriptions',
    href: (id) => `/subscriptions/${id}`,
    title: (state) => (state as Subscription).number,
    detail: (state) => (state as Subscription).customer?.name ?? null,
  },
  order: {
    one: 'order',
    many: 'orders',
    href: (id) => `/orders/${id}`,
    title: (state) => (state as Order).number,
    detail: (state) => (state as Order).customer?.name ?? null,
  },
  company: {
    one: 'company settings',
    many: 'company settings',
    href: () => '/settings',
    title: () => 'Company settings',
  },
  books: {
    one: 'accounting periods',
    many: 'accounting periods',
    href: () => '/settings/periods',
    title: () => 'Accounting periods',
  },
  person: {
    one: 'person',
    many: 'people',
    href: (id) => `/admin/people/${id}`,
    title: (state) => (state as AppPerson).name,
  },
  record: {
    one: 'record',
    many: 'records',
    href: (id) => `/records/${id}`,
    title: (state) => (state as LogRecord).caseId,
    detail: (state) => (state as LogRecord).log,
  },
};

/** The place of a workflow's records, or null where this release has no page for them. */
export function recordPlace(workflow: string): RecordPlace | null {
  return Object.hasOwn(places, workflow) ? (places[workflow] ?? null) : null;
}

/** The address of a record at the moment of one of its events; null where it has no page. */
export function momentHref(workflow: string, id: string, version: number): string | null {
  const place = recordPlace(workflow);
  return place && `${place.href(id)}?version=${version}`;
}
