'use client';

import type { ReactNode } from 'react';
import { cn } from '../ui/cn';
import { ColumnHeader, Table, TableHead, TableRow } from '../ui/table';
import { columnFrom, lastUntil } from './columns';
import type { Sorting } from './list-address';
import { SortHeader } from './sort-header';

interface InvoiceTableProps {
  /** An `InvoiceRow` for each invoice. */
  children: ReactNode;
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  /** Other rows are on their way. */
  pending: boolean;
}

/**
 * The invoices as a table; in a narrow container each row becomes a card. The roles are spelled out because a table
 * that is displayed as anything else is no longer one to some assistive technology.
 */
export function InvoiceTable({ children, sorting, onSort, pending }: InvoiceTableProps) {
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
          <SortHeader by="number" {...sort}>
            Number
          </SortHeader>
          <SortHeader by="customer" {...sort} className="w-full">
            Customer
          </SortHeader>
          <ColumnHeader role="columnheader">Status</ColumnHeader>
          <ColumnHeader role="columnheader" className={columnFrom.issued}>
            Issued
          </ColumnHeader>
          <SortHeader by="due" {...sort}>
            Due
          </SortHeader>
          <SortHeader by="total" numeric {...sort} className={lastUntil.balance}>
            Total
          </SortHeader>
          <ColumnHeader role="columnheader" numeric className={cn(columnFrom.balance, lastUntil.lastChange)}>
            Balance
          </ColumnHeader>
          <SortHeader by="updated" {...sort} className={columnFrom.lastChange}>
            Last change
          </SortHeader>
        </TableRow>
      </TableHead>
      {/* biome-ignore lint/a11y/noRedundantRoles: displayed as a block, it has lost the role it was born with. */}
      <tbody role="rowgroup" className="block @2xl:table-row-group">
        {children}
      </tbody>
    </Table>
  );
}
