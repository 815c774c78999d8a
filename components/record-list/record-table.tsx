'use client';

import type { ReactNode } from 'react';
import { cn } from '../ui/cn';
import { SortHeader } from '../ui/sort-header';
import { ColumnHeader, Table, TableHead, TableRow } from '../ui/table';
import type { Sorting } from './list-address';
import type { RecordListKind } from './list-kind';

interface RecordTableProps {
  kind: RecordListKind;
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  /** Other rows are on their way. */
  pending: boolean;
  /** A `RecordRow` for each record. */
  children: ReactNode;
}

/** The roles are spelled out because a table that is displayed as anything else is no longer one to some readers. */
export function RecordTable({ kind, sorting, onSort, pending, children }: RecordTableProps) {
  const sort = { sorting, onSort };
  return (
    <Table
      role="table"
      aria-label={kind.title}
      aria-busy={pending}
      className={cn('block transition-opacity @2xl:table', pending && 'opacity-60')}
    >
      <TableHead role="rowgroup" className="top-0 hidden max-lg:top-13 @2xl:table-header-group">
        <TableRow role="row" className="hover:bg-transparent">
          <SortHeader by="title" ascendingFirst {...sort}>
            {kind.known}
          </SortHeader>
          {kind.hasCustomer ? (
            <SortHeader by="customer" ascendingFirst {...sort}>
              Customer
            </SortHeader>
          ) : null}
          {kind.columns.map(({ field, label }) => (
            <ColumnHeader key={field} role="columnheader">
              {label}
            </ColumnHeader>
          ))}
          {kind.otherFields ? <ColumnHeader role="columnheader">{kind.otherFields}</ColumnHeader> : null}
          <ColumnHeader role="columnheader">Status</ColumnHeader>
          {kind.amount ? (
            <SortHeader by="amount" ascendingFirst={false} numeric {...sort}>
              {kind.amount}
            </SortHeader>
          ) : null}
          <SortHeader by="updated" ascendingFirst={false} numeric {...sort}>
            Changed
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
