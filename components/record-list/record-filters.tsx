'use client';

import type { ReactNode } from 'react';
import { SearchForm } from '../invoice-list/search-form';
import type { TypedSearch } from '../invoice-list/use-typed-search';
import { Select } from '../ui/select-field';
import type { RecordListAddress, Sorting } from './list-address';
import type { RecordListKind } from './list-kind';

interface RecordFiltersProps {
  kind: RecordListKind;
  typed: TypedSearch;
  address: Pick<RecordListAddress, 'status' | 'sort'>;
  /** What there is to choose from. */
  statuses: readonly { value: string; label: string }[];
  onStatus(status: string | null): void;
  onSort(sorting: Sorting): void;
  children: ReactNode;
}

/** Search and status, the order where no header has room for it, and what stands beside them. */
export function RecordFilters(props: RecordFiltersProps) {
  const { kind, typed, address, statuses, onStatus, onSort, children } = props;
  const orders = ordersOf(kind);
  const chosen = orders.findIndex(
    ({ sorting: { by, descending } }) => by === address.sort.by && descending === address.sort.descending,
  );
  return (
    <search className="flex flex-wrap items-center gap-2">
      <div className="w-full sm:w-72">
        <SearchForm action={kind.path} many={kind.many} hint={kind.searchHint} typed={typed} />
      </div>
      <Select
        aria-label="Status"
        className="min-w-36 flex-1 sm:w-40 sm:flex-none"
        value={address.status.length === 1 ? address.status[0] : address.status.length > 1 ? several : ''}
        onChange={(event) => onStatus(event.target.value || null)}
        placeholder="Any status"
        options={[
          ...(address.status.length > 1
            ? [{ value: several, label: `${address.status.length} statuses` }]
            : []),
          ...statuses,
        ]}
      />
      <Select
        aria-label="Sort by"
        className="min-w-36 flex-1 sm:w-44 sm:flex-none @2xl:hidden"
        value={chosen}
        onChange={(event) => onSort((orders[Number(event.target.value)] ?? (orders[0] as Order)).sorting)}
        options={orders.map(({ label }, index) => ({ value: `${index}`, label }))}
      />
      <div className="ms-auto flex gap-2">{children}</div>
    </search>
  );
}

/** Of several statuses, which only an address can ask for. */
const several = '*';

interface Order {
  label: string;
  sorting: Sorting;
}

function ordersOf({ known, hasCustomer, amount }: RecordListKind): Order[] {
  const order = (label: string, by: Sorting['by'], descending: boolean) => ({
    label,
    sorting: { by, descending },
  });
  return [
    order('Last changed first', 'updated', true),
    order('Last changed last', 'updated', false),
    order(`${known}, A to Z`, 'title', false),
    order(`${known}, Z to A`, 'title', true),
    ...(hasCustomer
      ? [order('Customer, A to Z', 'customer', false), order('Customer, Z to A', 'customer', true)]
      : []),
    ...(amount
      ? [order(`${amount}, largest`, 'amount', true), order(`${amount}, smallest`, 'amount', false)]
      : []),
  ];
}
