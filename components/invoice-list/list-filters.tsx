'use client';

import { ListFilter, Search, X } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import { type Status, statuses, statusLabels } from '@/lib/invoice/status';
import { Button } from '../ui/button';
import { Input } from '../ui/input';
import { MenuButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { isFiltered, type ListAddress } from './list-address';
import type { ListControls } from './use-list-address';
import { useTypedSearch } from './use-typed-search';

interface ListFiltersProps extends ListControls {
  /** Between the filters and the way back. */
  children?: ReactNode;
}

/** Search, statuses, and a way back to everything. */
export function ListFilters({ address, change, search, clear, children }: ListFiltersProps) {
  const { q, status, overdue } = address;
  const { text, type, submit, forget } = useTypedSearch(q, search);
  const showAll = () => {
    forget();
    clear();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const toggle = (which: Status) => (checked: boolean) =>
    change({ status: statuses.filter((each) => (each === which ? checked : status.includes(each))) });
  const items: MenuItem[] = [
    ...statuses.map((which) => ({
      kind: 'check' as const,
      label: statusLabels[which],
      checked: status.includes(which),
      onChange: toggle(which),
    })),
    { kind: 'separator' },
    {
      kind: 'check',
      label: 'Overdue only',
      checked: overdue,
      onChange: (checked) => change({ overdue: checked }),
    },
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {/* With an address of its own the search works before the page's JavaScript does. */}
      <search className="min-w-full grow sm:max-w-72 sm:min-w-0">
        <form action="/invoices" onSubmit={onSubmit} className="relative">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-2"
          />
          <Input
            type="search"
            name="q"
            aria-label="Search invoices"
            placeholder="Number or customer"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={(event) => type(event.target.value)}
            className="ps-8"
          />
        </form>
      </search>
      <MenuButton items={items} align="start" icon={<ListFilter aria-hidden="true" />}>
        {statusWords(address)}
      </MenuButton>
      {children}
      {isFiltered(address) ? (
        <Button variant="ghost" icon={<X aria-hidden="true" />} onClick={showAll}>
          Clear filters
        </Button>
      ) : null}
    </div>
  );
}

/** "Status", "Status: Open, Overdue", "Status: 4 chosen". */
function statusWords({ status, overdue }: ListAddress): string {
  const chosen = [...status.map((each) => statusLabels[each]), ...(overdue ? ['Overdue'] : [])];
  if (chosen.length === 0) return 'Status';
  return `Status: ${chosen.length > 2 ? `${chosen.length} chosen` : chosen.join(', ')}`;
}
