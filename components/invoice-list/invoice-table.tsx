'use client';

import type { ReactNode } from 'react';
import type { InvoiceSort } from '@/lib/invoice/invoice-list';
import { columnLabels, columnSorts, isAmountColumn, type ListColumn } from '@/lib/invoice/list-columns';
import { cn } from '../ui/cn';
import { SortHeader } from '../ui/sort-header';
import { ColumnHeader, Table, TableHead, TableRow } from '../ui/table';
import { columnClass } from './column-layout';
import type { Sorting } from './list-address';
import { SelectPage } from './select-page';

/** Names are wanted from A, due dates from the earliest. */
const ascendingFirst: readonly InvoiceSort[] = ['customer', 'due'];

interface InvoiceTableProps {
  /** An `InvoiceRow` for each invoice. */
  children: ReactNode;
  columns: readonly ListColumn[];
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  /** Other rows are on their way. */
  pending: boolean;
}

/**
 * The invoices as a table; in a narrow container each row becomes a card. The roles are spelled out because a table
 * that is displayed as anything else is no longer one to some assistive technology.
 */
export function InvoiceTable({ children, columns, sorting, onSort, pending }: InvoiceTableProps) {
  const sort = { sorting, onSort };
  return (
    <Table
      role="table"
      aria-label="Invoices"
      aria-busy={pending}
      className={cn('block transition-opacity @2xl:table', pending && 'opacity-60')}
    >
      <TableHead role="rowgroup" className="top-0 hidden max-lg:top-13 @2xl:table-header-group">
        <TableRow role="row" className="hover:bg-transparent">
          <ColumnHeader role="columnheader" className="w-0 pe-1">
            <SelectPage />
          </ColumnHeader>
          <SortHeader by="number" ascendingFirst={false} {...sort}>
            Number
          </SortHeader>
          {columns.map((column) => {
            const by = columnSorts[column];
            const common = {
              className: columnClass(column, columns),
              numeric: isAmountColumn(column) || column === 'lines',
            };
            return by ? (
              <SortHeader
                key={column}
                by={by}
                ascendingFirst={ascendingFirst.includes(by)}
                {...sort}
                {...common}
              >
                {columnLabels[column]}
              </SortHeader>
            ) : (
              <ColumnHeader key={column} role="columnheader" {...common}>
                {columnLabels[column]}
              </ColumnHeader>
            );
          })}
        </TableRow>
      </TableHead>
      {/* biome-ignore lint/a11y/noRedundantRoles: displayed as a block, it has lost the role it was born with. */}
      <tbody role="rowgroup" className="block @2xl:table-row-group">
        {children}
      </tbody>
    </Table>
  );
}
