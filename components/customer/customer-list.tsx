'use client';

import { SearchX, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { type ReactNode, useCallback, useTransition } from 'react';
import type { CustomerListPage } from '@/lib/customer/customer-list';
import { SearchForm } from '../invoice-list/search-form';
import { useFreshRows } from '../invoice-list/use-fresh-rows';
import { useTypedSearch } from '../invoice-list/use-typed-search';
import { NewsPill } from '../shell/news-pill';
import { PageHeader } from '../shell/page-header';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { EmptyState } from '../ui/empty-state';
import { ExportLinks } from '../ui/export-links';
import { Pagination } from '../ui/pagination';
import { ColumnHeader, Table, TableHead, TableRow } from '../ui/table';
import { customerListHref, customerListParsers } from './list-address';
import { NewCustomerLink } from './new-customer-link';

interface CustomerListProps {
  page: Omit<CustomerListPage, 'rows'>;
  /** A `CustomerRow` for each customer. */
  rows: readonly ReactNode[];
  /** What the log held before it was read, and the ids of its rows. */
  news: { mark: string; ids: readonly string[] };
  /** The search that the page was read for. */
  shown: string;
  /** When it was read, ISO 8601. */
  readAt: string;
  mayWrite: boolean;
}

/** The customers by name. The address holds the search, and the server reads the rows for it. */
export function CustomerList({ page, rows, news, shown, readAt, mayWrite }: CustomerListProps) {
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  useFreshRows(readAt, startTransition);
  const [{ q }, setAddress] = useQueryStates(customerListParsers, { shallow: false, startTransition });
  const searched = shown !== '';
  // Back takes the whole search away, not one letter of it.
  const search = useCallback(
    (text: string) =>
      void setAddress({ q: text, after: null, before: null }, { history: searched ? 'replace' : 'push' }),
    [setAddress, searched],
  );
  const typed = useTypedSearch(q, search);
  const nothingAtAll = page.total === 0 && shown.trim() === '';
  const summary = summaryOf(page.total, rows.length);
  const hrefOf = (cursor: { after: string | null; before: string | null }) =>
    customerListHref('/customers', { q: shown, ...cursor });
  const loadNews = () => {
    window.scrollTo({ top: 0 });
    startTransition(() =>
      page.previous ? router.push(hrefOf({ after: null, before: null })) : router.refresh(),
    );
  };
  const showAll = () => {
    typed.forget();
    search('');
  };
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Customers"
        actions={
          nothingAtAll ? null : (
            <>
              <ExportLinks href={customerListHref('/api/customers/export', { q: shown })} />
              <NewCustomerLink mayWrite={mayWrite} />
            </>
          )
        }
      />
      {nothingAtAll ? null : (
        <search className="sm:max-w-72">
          <SearchForm action="/customers" many="customers" hint="Name or email address" typed={typed} />
        </search>
      )}
      <p role="status" className="sr-only">
        {pending ? '' : summary}
      </p>
      <NewsPill
        of="customers"
        filters={customerListHref('', { q: shown })}
        mark={news.mark}
        shown={news.ids}
        onLoad={loadNews}
      />
      <Card className="overflow-clip">
        {nothingAtAll ? <NoCustomers mayWrite={mayWrite} /> : null}
        {page.total === 0 && !nothingAtAll ? <NoMatch onClear={showAll} /> : null}
        {page.total > 0 ? <Rows pending={pending}>{rows}</Rows> : null}
      </Card>
      {page.total > 0 ? (
        <Pagination
          summary={summary}
          previous={page.previous && hrefOf({ before: page.previous, after: null })}
          next={page.next && hrefOf({ after: page.next, before: null })}
          onFollow={(href) => startTransition(() => router.push(href))}
        />
      ) : null}
    </div>
  );
}

/** The roles are spelled out because a table that is displayed as anything else is no longer one to some readers. */
function Rows({ pending, children }: { pending: boolean; children: ReactNode }) {
  return (
    <Table
      role="table"
      aria-label="Customers"
      aria-busy={pending}
      className={cn('block transition-opacity @2xl:table', pending && 'opacity-60')}
    >
      <TableHead role="rowgroup" className="top-0 hidden max-lg:top-13 @2xl:table-header-group">
        <TableRow role="row" className="hover:bg-transparent">
          <ColumnHeader role="columnheader" className="w-1/2">
            Name
          </ColumnHeader>
          <ColumnHeader role="columnheader" className="w-1/2">
            Email
          </ColumnHeader>
          <ColumnHeader role="columnheader" numeric>
            Invoices
          </ColumnHeader>
          <ColumnHeader role="columnheader" numeric>
            Open
          </ColumnHeader>
          <ColumnHeader role="columnheader" numeric>
            Overdue
          </ColumnHeader>
        </TableRow>
      </TableHead>
      {/* biome-ignore lint/a11y/noRedundantRoles: displayed as a block, it has lost the role it was born with. */}
      <tbody role="rowgroup" className="block @2xl:table-row-group">
        {children}
      </tbody>
    </Table>
  );
}

const count = new Intl.NumberFormat('en-US');

/** "50 of 1,204 customers". */
function summaryOf(total: number, rows: number): string {
  if (total === 0) return 'No customers';
  const all = `${count.format(total)} ${total === 1 ? 'customer' : 'customers'}`;
  return rows === total ? all : `${count.format(rows)} of ${all}`;
}

function NoCustomers({ mayWrite }: { mayWrite: boolean }) {
  return (
    <EmptyState
      icon={<Users />}
      title={<h2>There are no customers yet</h2>}
      action={<NewCustomerLink mayWrite={mayWrite} />}
    >
      Add the first one, or write an invoice: whoever it is for is added here by themselves.
    </EmptyState>
  );
}

function NoMatch({ onClear }: { onClear(): void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={<h2>No customer matches</h2>}
      action={<Button onClick={onClear}>Show all customers</Button>}
    >
      Search by a part of a name or of an email address.
    </EmptyState>
  );
}
