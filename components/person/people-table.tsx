'use client';

import { Ellipsis } from 'lucide-react';
import { rolePowers } from '@/lib/access';
import type { PersonListRow } from '@/lib/person/person-list';
import { RecordLink } from '../invoice-list/record-link';
import { Badge } from '../ui/badge';
import { cn } from '../ui/cn';
import { MenuIconButton } from '../ui/menu-button';
import type { MenuItem } from '../ui/menu-items';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { Time } from '../ui/time';
import type { PeopleDialog } from './people-dialog';
import { actsOf } from './person-acts';
import { RoleBadges } from './role-badges';

interface PeopleTableProps {
  rows: readonly PersonListRow[];
  admins: readonly string[];
  asOf: string | null;
  locked: string | null;
  pending: boolean;
  onOpen(dialog: PeopleDialog): void;
}

/** The roles are spelled out because a table that is displayed as anything else is no longer one to some readers. */
export function PeopleTable({ rows, pending, ...rest }: PeopleTableProps) {
  return (
    <Table
      role="table"
      aria-label="People"
      aria-busy={pending}
      className={cn('block transition-opacity @4xl:table', pending && 'opacity-60')}
    >
      <TableHead role="rowgroup" className="top-0 hidden max-lg:top-13 @4xl:table-header-group">
        <TableRow role="row" className="hover:bg-transparent">
          <ColumnHeader role="columnheader">Name</ColumnHeader>
          <ColumnHeader role="columnheader">Email</ColumnHeader>
          <ColumnHeader role="columnheader">Roles, and what they allow</ColumnHeader>
          <ColumnHeader role="columnheader">State</ColumnHeader>
          <ColumnHeader role="columnheader">Last change</ColumnHeader>
          <ColumnHeader role="columnheader">
            <span className="sr-only">Actions</span>
          </ColumnHeader>
        </TableRow>
      </TableHead>
      {/* biome-ignore lint/a11y/noRedundantRoles: displayed as a block, it has lost the role it was born with. */}
      <tbody role="rowgroup" className="block @4xl:table-row-group">
        {rows.map((row) => (
          <PersonRow key={row.id} row={row} {...rest} />
        ))}
      </tbody>
    </Table>
  );
}

/** In a card the row is a grid, and has the line and the padding that its cells have in a table. */
const card =
  'block border-b-0 p-0 first:ps-0 last:pe-0 @4xl:table-cell @4xl:border-b @4xl:px-3 @4xl:py-2 @4xl:align-top @4xl:first:ps-4 @4xl:last:pe-4';

function PersonRow({
  row,
  admins,
  asOf,
  locked,
  onOpen,
}: Omit<PeopleTableProps, 'rows' | 'pending'> & { row: PersonListRow }) {
  // By version and not by moment: in what was known then, that moment leads to another one.
  const href = `/admin/people/${row.id}${asOf ? `?version=${row.version}` : ''}`;
  return (
    <TableRow
      role="row"
      className="grid h-auto grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 @4xl:table-row [tbody_&]:h-auto"
    >
      <RowHeader
        role="rowheader"
        className={cn(card, 'min-w-0 wrap-anywhere whitespace-normal @4xl:min-w-36')}
      >
        <RecordLink
          href={href}
          className="inline-flex min-h-6 items-center rounded-sm text-ink hover:underline"
        >
          <bdi>{row.name}</bdi>
        </RecordLink>
      </RowHeader>
      <Cell
        role="cell"
        className={cn(card, 'col-start-1 min-w-0 leading-6 wrap-anywhere text-ink-2 @4xl:min-w-44')}
      >
        {row.email}
      </Cell>
      <Cell role="cell" className={cn(card, 'col-span-2 col-start-1')}>
        <span className="flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1">
          <RoleBadges roles={row.roles} />
          <span className="text-label text-ink-2">
            {row.active ? rolePowers[row.role] : 'None of it while deactivated.'}
          </span>
        </span>
      </Cell>
      <Cell
        role="cell"
        className={cn(
          card,
          'col-start-2 row-start-2 text-end leading-6 @4xl:text-start @4xl:whitespace-nowrap',
        )}
      >
        <State row={row} past={asOf !== null} />
      </Cell>
      <Cell
        role="cell"
        className={cn(card, 'col-span-2 col-start-1 text-label leading-6 text-ink-2 @4xl:whitespace-nowrap')}
      >
        <Time at={row.changedAt} /> by <bdi>{row.lastActorName}</bdi>
      </Cell>
      <Cell role="cell" className={cn(card, 'col-start-2 row-start-1 text-end')}>
        <MenuIconButton
          label={`Actions for ${row.name}`}
          size="small"
          icon={<Ellipsis aria-hidden="true" />}
          items={() => itemsFor(row, { admins, locked, onOpen })}
        />
      </Cell>
    </TableRow>
  );
}

/** Whether they may sign in, in a word. */
function State({ row, past }: { row: PersonListRow; past: boolean }) {
  if (!row.active) return <Badge tone="danger">Deactivated</Badge>;
  if (!row.canSignIn && !past) return <Badge tone="past">Invited, no password yet</Badge>;
  return <Badge tone="money-in">Active</Badge>;
}

function itemsFor(
  row: PersonListRow,
  { admins, locked, onOpen }: Pick<PeopleTableProps, 'admins' | 'locked' | 'onOpen'>,
): readonly MenuItem[] {
  const roles = Object.fromEntries(row.roles.map((role) => [role, true]));
  const acts = actsOf({ ...row, roles }, { locked, admins });
  const items = acts.map(
    (act): MenuItem => ({
      label: `${act.label}…`,
      tone: act.danger ? 'danger' : 'neutral',
      disabledReason: act.disabledReason,
      onSelect: () => onOpen({ kind: 'act', row, act }),
    }),
  );
  return [
    ...items.slice(0, -1),
    { kind: 'separator' },
    {
      label: 'Password link…',
      disabledReason: locked ?? (row.active ? null : 'A person who is deactivated gets no link.'),
      onSelect: () => onOpen({ kind: 'link', row }),
    },
    ...items.slice(-1),
  ];
}
