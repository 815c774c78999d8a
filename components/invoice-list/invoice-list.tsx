'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';
import type { KeepSelection } from '@/lib/invoice/chosen-input';
import { type InvoiceListPage, pageSizes } from '@/lib/invoice/invoice-list';
import type { ListColumn } from '@/lib/invoice/list-columns';
import type { SavedView, ViewActions } from '@/lib/saved-view';
import { NewInvoiceLink } from '../invoice/new-invoice-link';
import { ViewsMenu } from '../saved-views/views-menu';
import { NewsPill } from '../shell/news-pill';
import { PageHeader } from '../shell/page-header';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { Pagination } from '../ui/pagination';
import { Select } from '../ui/select-field';
import { UnreadNotice } from '../ui/unread-notice';
import type { BulkActions } from './bulk-dialog';
import { frameClass, scrollShade } from './column-layout';
import { type ChooseColumns, ColumnsMenu } from './columns-menu';
import { ExportLink, exportView } from './export-link';
import { FilterChips } from './filter-chips';
import type { FilterChip } from './filter-words';
import { InvoiceTable } from './invoice-table';
import {
  type FilterAddress,
  filterHref,
  isFiltered,
  type ListAddress,
  listHref,
  listView,
  noFilterAddress,
} from './list-address';
import { ListFilters } from './list-filters';
import { ListMoment, type PastDays } from './list-moment';
import { ListPast, pastReason } from './list-past';
import { NoInvoices, NoMatch, NothingThen } from './list-states';
import { SelectPage } from './select-page';
import type { SelectableRow } from './selection';
import { SelectionBar } from './selection-bar';
import { SelectionProvider } from './selection-context';
import { SortSelect } from './sort-select';
import { useFreshRows } from './use-fresh-rows';
import { useListAddress } from './use-list-address';
import { useTypedSearch } from './use-typed-search';

interface InvoiceListProps {
  page: Omit<InvoiceListPage, 'rows' | 'totals'>;
  /** Its rows by id and name. */
  selectable: readonly SelectableRow[];
  /** The rows as the server renders them: what writes out money and days need not come to the browser. */
  rows: ReactNode;
  /** What everything that is filtered comes to, rendered as the rows are. */
  totals: ReactNode;
  columns: readonly ListColumn[];
  chooseColumns: ChooseColumns;
  /** The day that the list is of the end of, in words. */
  asOfDay: string | null;
  pastDays: PastDays;
  bulkActions: BulkActions;
  /** How what is selected is kept, for undoing changes of it; null for those who may not. */
  keepSelection: KeepSelection | null;
  /** The past moment that the rows are of, ISO 8601; null is now. */
  asOf: string | null;
  /** The filters in force, in words. */
  chips: readonly FilterChip[];
  customerName: string | null;
  /** What the address asks for that could not be understood. */
  unread: readonly string[];
  /** The state of the address that the page was read for. */
  shown: ListAddress;
  /** The reader's own, and what changes them. */
  saved: { views: readonly SavedView[]; actions: ViewActions };
  /** What the log held before it was read. */
  mark: string;
  /** When it was read, ISO 8601. */
  readAt: string;
  mayWrite: boolean;
}

/**
 * The invoices. The address holds the state and the server reads the rows for it; until they are here, the controls
 * show what was chosen and the old rows stay, dimmed.
 */
export function InvoiceList(props: InvoiceListProps) {
  const { page, selectable, rows, totals, columns, chips, customerName, unread, shown, readAt, mayWrite } =
    props;
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  useFreshRows(readAt, startTransition);
  const { address, change, search, sort, clear } = useListAddress(shown, startTransition);
  const typed = useTypedSearch(address.q, search);
  const { asOf } = props;
  const locked = asOf ? pastReason : null;
  const nothing = page.total === 0 && !isFiltered(shown);
  const nothingAtAll = nothing && asOf === null;
  const nothingThen = nothing && asOf !== null;
  const hrefOf = (cursor: Pick<ListAddress, 'after' | 'before'>) =>
    listHref('/invoices', { ...shown, ...cursor });
  const summary = summaryOf(page, selectable.length);
  const loadNews = () => {
    window.scrollTo({ top: 0 });
    startTransition(() =>
      shown.after || shown.before ? router.push(hrefOf({ after: null, before: null })) : router.refresh(),
    );
  };
  const remove = (param: keyof FilterAddress) => {
    if (param === 'q') typed.forget();
    change({ [param]: noFilterAddress[param] });
  };
  const clearAll = () => {
    typed.forget();
    clear();
  };
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Invoices"
        actions={
          nothingAtAll ? null : (
            <>
              <ViewsMenu page="invoices" {...props.saved} opened={shown.view} current={listView(shown)} />
              <NewInvoiceLink mayWrite={mayWrite} locked={locked} />
            </>
          )
        }
      />
      {nothingAtAll ? null : (
        <ListFilters {...{ address, change, typed, customerName }}>
          <SortSelect sorting={address.sort} onSort={sort} />
          <div className="ms-auto flex gap-2">
            <ListMoment
              of="invoices"
              days={props.pastDays}
              asOf={address.asOf}
              onChoose={(moment) => change(moment ? { asOf: moment } : now)}
            />
            <ColumnsMenu columns={columns} onChoose={props.chooseColumns} />
            <ExportLink shown={shown} columns={columns} />
          </div>
        </ListFilters>
      )}
      <ListPast
        asOf={asOf}
        day={props.asOfDay}
        sense={address.sense}
        onSense={(sense) => change({ sense })}
        onReturn={() => change(now)}
      />
      <UnreadNotice parts={unread} />
      {page.total > 0 ? (
        <>
          <FilterChips
            // The search stands in its field.
            chips={chips.filter(({ param }) => param !== 'q')}
            address={address}
            onRemove={remove}
            onClear={clearAll}
          />
          <div className={cn('transition-opacity', pending && 'opacity-60')}>{totals}</div>
        </>
      ) : null}
      <p role="status" className="sr-only">
        {pending ? '' : summary}
      </p>
      {asOf ? null : (
        <NewsPill
          of="invoices"
          filters={filterHref('', shown)}
          mark={props.mark}
          shown={selectable.map(({ id }) => id)}
          onLoad={loadNews}
        />
      )}
      <SelectionProvider rows={selectable} matching={page.total} filters={filterHref('', shown)}>
        {/* Clipped rather than hidden: hidden would make it scroll, and the header stick to it. */}
        <Card className={page.total > 0 ? frameClass(columns) : undefined} style={scrollShade}>
          {nothingAtAll ? <NoInvoices mayWrite={mayWrite} /> : null}
          {nothingThen ? <NothingThen sense={shown.sense} /> : null}
          {page.total === 0 && !nothingAtAll && !nothingThen ? (
            <NoMatch chips={chips} onRemove={remove} onClear={clearAll} />
          ) : null}
          {page.total > 0 ? (
            <>
              {/* Cards have no header that it could stand in. */}
              <div className="flex items-center gap-4 border-b border-line px-4 py-2 text-dense text-ink-2 @2xl:hidden print:hidden">
                <SelectPage />
                <span aria-hidden="true">Select all on this page</span>
              </div>
              <InvoiceTable columns={columns} sorting={address.sort} onSort={sort} pending={pending}>
                {rows}
              </InvoiceTable>
            </>
          ) : null}
        </Card>
        {page.total > 0 ? (
          <div className="flex flex-col gap-3 sm:flex-row sm:items-center">
            <div className="grow">
              <Pagination
                summary={summary}
                previous={page.previous && hrefOf({ before: page.previous, after: null })}
                next={page.next && hrefOf({ after: page.next, before: null })}
                onFollow={(href) => startTransition(() => router.push(href))}
              />
            </div>
            <Select
              aria-label="Rows per page"
              className="w-32"
              value={address.size}
              onChange={(event) =>
                change({ size: pageSizes.find((size) => `${size}` === event.target.value) })
              }
              options={pageSizes.map((size) => ({ value: `${size}`, label: `${size} rows` }))}
            />
          </div>
        ) : null}
        <SelectionBar
          actions={props.bulkActions}
          mayWrite={mayWrite}
          keepSelection={props.keepSelection}
          asOf={asOf}
          view={exportView(shown, columns)}
        />
      </SelectionProvider>
    </div>
  );
}

/** What the address no longer says, once it is about now again. */
const now = { asOf: null, sense: 'was' } as const;

const count = new Intl.NumberFormat('en-US');

/** "51 to 100 of 1,204 invoices". */
function summaryOf({ total, first }: Pick<InvoiceListPage, 'total' | 'first'>, rows: number): string {
  if (total === 0) return 'No invoices';
  if (rows === total) return total === 1 ? '1 invoice' : `${count.format(total)} invoices`;
  return `${count.format(first)} to ${count.format(first + rows - 1)} of ${count.format(total)} invoices`;
}
