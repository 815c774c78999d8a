'use client';

import { CircleDot, ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';
import { flagLabels, invoiceFlags } from '@/lib/invoice/invoice-filters';
import { statuses, statusLabels } from '@/lib/invoice/status';
import { Button } from '../ui/button';
import { loadPart } from '../ui/load-part';
import { MenuButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import type { ListAddress } from './list-address';
import { SearchForm } from './search-form';
import type { ListControls } from './use-list-address';
import type { TypedSearch } from './use-typed-search';

const loadPanel = () => import('./filter-panel').then((module) => module.FilterPanel);
const FilterPanel = dynamic(() => loadPart(loadPanel), { ssr: false });
/** Ahead of need; whoever needs it hears of a failure. */
const loadAhead = () => void loadPanel().catch(() => undefined);

interface ListFiltersProps extends Pick<ListControls, 'address' | 'change'> {
  typed: TypedSearch;
  /** The customer who is filtered by, by name. */
  customerName: string | null;
  /** Behind the filters. */
  children?: ReactNode;
}

/** Search and statuses at hand; all other filters in a panel that is loaded when it opens. */
export function ListFilters({ address, change, typed, customerName, children }: ListFiltersProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const more = [
    address.customer,
    address.total,
    address.balance,
    address.currency,
    address.due,
    address.by,
    address.since,
  ].filter((value) => value !== null).length;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <search className="min-w-full grow sm:max-w-72 sm:min-w-0 sm:basis-44">
        <SearchForm action="/invoices" many="invoices" hint="Number or customer" typed={typed} />
      </search>
      <MenuButton
        items={() => statusItems(address, change)}
        align="start"
        icon={<CircleDot aria-hidden="true" />}
      >
        {withCount('Status', address.status.length + address.flags.length)}
      </MenuButton>
      <Button
        ref={anchor}
        icon={<ListFilter aria-hidden="true" />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={loadAhead}
        onFocus={loadAhead}
        onClick={() => setOpen(true)}
      >
        {withCount('Filters', more)}
      </Button>
      {children}
      {open ? (
        <FilterPanel
          anchor={anchor}
          address={address}
          customerName={customerName}
          onApply={change}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  );
}

/** "Filters", "Filters (2)". */
const withCount = (label: string, count: number) => (count > 0 ? `${label} (${count})` : label);

function statusItems({ status, flags }: ListAddress, change: ListControls['change']): MenuItem[] {
  return [
    ...statuses.map((which) => ({
      kind: 'check' as const,
      label: statusLabels[which],
      checked: status.includes(which),
      onChange: (checked: boolean) =>
        change({ status: statuses.filter((each) => (each === which ? checked : status.includes(each))) }),
    })),
    { kind: 'separator' },
    { kind: 'heading', label: 'And besides' },
    ...invoiceFlags.map((which) => ({
      kind: 'check' as const,
      label: flagLabels[which],
      checked: flags.includes(which),
      onChange: (checked: boolean) =>
        change({ flags: invoiceFlags.filter((each) => (each === which ? checked : flags.includes(each))) }),
    })),
  ];
}
