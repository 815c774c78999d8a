import type { InvoiceFilters } from '@/lib/invoice/invoice-filters';
import { type InvoiceListQuery, invoiceSorts } from '@/lib/invoice/invoice-list';

/** What is asked of the list, by name: every order, every filter, a search, and a page far behind. */
export interface Question {
  name: string;
  asked: Partial<InvoiceListQuery>;
  /** Ask for the page behind so many pages of a hundred rows. */
  behind?: number;
}

const filters: Record<string, Partial<InvoiceFilters>> = {
  'search: a word': { search: 'bakery' },
  'search: a number': { search: 'INV-050001' },
  'search: two words': { search: 'okafor coffee' },
  'search: no match': { search: 'zzzzqq' },
  'one status': { statuses: ['open'] },
  'two statuses': { statuses: ['partially_paid', 'draft'] },
  overdue: { flags: ['overdue'] },
  disputed: { flags: ['disputed'] },
  currency: { currency: 'USD' },
  'total from to': { total: { from: '100', to: '120' } },
  'balance from': { balance: { from: '9000', to: null } },
  'due in a week': { due: { from: '2026-05-04', to: '2026-05-10' } },
  'changed by': { changedBy: 'actor-3' },
  'changed this week': { changedSince: 'week' },
};

/** @param customer one customer's id */
export function questions(customer: string): Question[] {
  return [
    { name: 'first page', asked: {} },
    { name: 'deep page', asked: {}, behind: 50 },
    ...invoiceSorts
      .filter((sort) => sort !== 'updated')
      .flatMap((sort) => [
        { name: `by ${sort}`, asked: { sort, descending: sort !== 'number' } },
        { name: `by ${sort}, deep`, asked: { sort, descending: sort !== 'number' }, behind: 10 },
      ]),
    ...Object.entries(filters).map(([name, asked]) => ({ name, asked })),
    { name: 'one customer', asked: { customer } },
    { name: 'one status by due', asked: { statuses: ['open'], sort: 'due' } },
  ];
}
