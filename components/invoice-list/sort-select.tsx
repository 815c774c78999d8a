'use client';

import type { InvoiceSort } from '@/lib/invoice/invoice-list';
import { Select } from '../ui/select-field';
import type { Sorting } from './list-address';

const labels: readonly [InvoiceSort, descending: boolean, string][] = [
  ['updated', true, 'Last changed first'],
  ['updated', false, 'Last changed last'],
  ['number', true, 'Highest number'],
  ['number', false, 'Lowest number'],
  ['customer', false, 'Customer, A to Z'],
  ['customer', true, 'Customer, Z to A'],
  ['due', false, 'Due first'],
  ['due', true, 'Due last'],
  ['issued', true, 'Issued last'],
  ['issued', false, 'Issued first'],
  ['total', true, 'Largest total'],
  ['total', false, 'Smallest total'],
  ['balance', true, 'Largest balance'],
  ['balance', false, 'Smallest balance'],
];

const options = labels.map(([, , label], index) => ({ value: `${index}`, label }));

interface SortSelectProps {
  sorting: Sorting;
  onSort(sorting: Sorting): void;
}

/** The order, while there is no room for the header of every column. */
export function SortSelect({ sorting, onSort }: SortSelectProps) {
  const chosen = labels.findIndex(
    ([by, descending]) => by === sorting.by && descending === sorting.descending,
  );
  const choose = (index: number) => {
    const [by, descending] = labels[index] ?? ['updated', true];
    onSort({ by, descending });
  };
  return (
    <div className="w-44 @min-[62rem]:hidden">
      <Select
        aria-label="Sort by"
        value={chosen}
        onChange={(event) => choose(Number(event.target.value))}
        options={options}
      />
    </div>
  );
}
