'use client';

import { SearchX, UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { PersonListRow } from '@/lib/person/person-list';
import { ListMoment, type PastDays } from '../invoice-list/list-moment';
import { ListPast, pastReason } from '../invoice-list/list-past';
import { SearchForm } from '../invoice-list/search-form';
import { useFreshRows } from '../invoice-list/use-fresh-rows';
import { useTypedSearch } from '../invoice-list/use-typed-search';
import { useCalmLiveNews } from '../shell/live-context';
import { PageHeader, TrailLink } from '../shell/page-header';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { loadPart } from '../ui/load-part';
import { UnreadNotice } from '../ui/unread-notice';
import type { MakeLink } from './link-dialog';
import { peopleParsers } from './list-address';
import type { PeopleDialog } from './people-dialog';
import { PeopleTable } from './people-table';

const ActDialog = dynamic(() => loadPart(() => import('./act-dialog').then((module) => module.ActDialog)), {
  ssr: false,
});
const InviteDialog = dynamic(
  () => loadPart(() => import('./invite-dialog').then((module) => module.InviteDialog)),
  { ssr: false },
);
const LinkDialog = dynamic(
  () => loadPart(() => import('./link-dialog').then((module) => module.LinkDialog)),
  { ssr: false },
);

export interface PeopleListProps {
  rows: readonly PersonListRow[];
  total: number;
  /** The ids of those who may manage people now. */
  admins: readonly string[];
  /** Why this person may manage nobody, or null. */
  barred: string | null;
  /** The past moment that the rows are of, ISO 8601; null is now. */
  asOf: string | null;
  /** The day that the list is of the end of, in words. */
  asOfDay: string | null;
  pastDays: PastDays;
  /** The search that the rows were read for. */
  shown: string;
  unread: readonly string[];
  readAt: string;
  runCommand(input: unknown): Promise<ActionResult>;
  makeLink: MakeLink;
}

const now = { asOf: null, sense: 'was' } as const;

/** The people who may sign in and what they may do, now or as of any moment: the address holds which. */
export function PeopleList(props: PeopleListProps) {
  const { rows, total, asOf, shown, barred, runCommand, makeLink } = props;
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  useFreshRows(props.readAt, startTransition);
  // Whoever another admin lets in or out meanwhile: the rows are few and stand by name, so nothing jumps.
  useCalmLiveNews(
    () => {
      if (asOf === null) startTransition(() => router.refresh());
    },
    500,
    'person',
  );
  const [address, setAddress] = useQueryStates(peopleParsers, {
    shallow: false,
    history: 'push',
    startTransition,
  });
  const typed = useTypedSearch(
    address.q,
    (q) => void setAddress({ q }, { history: shown === '' ? 'push' : 'replace' }),
  );
  const [dialog, setDialog] = useState<PeopleDialog | null>(null);
  const close = () => setDialog(null);
  const locked = barred ?? (asOf ? pastReason : null);
  const summary = summaryOf(total, rows.length);
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        trail={<TrailLink href="/admin">Admin</TrailLink>}
        title="People"
        description="Who may sign in, and what each may do. Every change here has a history and an undo."
        actions={
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden="true" />}
            disabledReason={locked}
            onClick={() => setDialog({ kind: 'invite' })}
          >
            Invite a person
          </Button>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <search className="grow sm:max-w-72">
          <SearchForm action="/admin/people" many="people" hint="Name, email or role" typed={typed} />
        </search>
        <div className="ms-auto">
          <ListMoment
            days={props.pastDays}
            of="people"
            asOf={address.asOf}
            onChoose={(moment) => void setAddress(moment ? { asOf: moment } : now)}
          />
        </div>
      </div>
      <ListPast
        asOf={asOf}
        day={props.asOfDay}
        sense={address.sense}
        note="This is who could do what then. Read-only."
        onSense={(sense) => void setAddress({ sense })}
        onReturn={() => void setAddress(now)}
      />
      <UnreadNotice parts={props.unread} />
      <p role="status" className="sr-only">
        {pending ? '' : summary}
      </p>
      <Card className="overflow-clip">
        {rows.length > 0 ? (
          <PeopleTable
            rows={rows}
            admins={props.admins}
            asOf={asOf}
            locked={locked}
            pending={pending}
            onOpen={setDialog}
          />
        ) : (
          <Nobody search={shown} past={asOf !== null} onClear={() => void setAddress({ q: '' })} />
        )}
      </Card>
      <p className="text-label text-ink-2" aria-hidden="true">
        {summary}
      </p>
      {dialog?.kind === 'invite' ? (
        <InviteDialog runCommand={runCommand} makeLink={makeLink} onClose={close} />
      ) : null}
      {dialog?.kind === 'link' ? (
        <LinkDialog person={dialog.row} makeLink={makeLink} onClose={close} />
      ) : null}
      {dialog?.kind === 'act' ? (
        <ActDialog
          act={dialog.act}
          give={({ command }, asked) =>
            runCommand({ streamId: dialog.row.id, seenVersion: dialog.row.version, command, ...asked })
          }
          onClose={close}
        />
      ) : null}
    </div>
  );
}

const count = new Intl.NumberFormat('en-US');

/** "7 people", or "200 of 1,204 people: search to find the others". */
function summaryOf(total: number, rows: number): string {
  const all = `${count.format(total)} ${total === 1 ? 'person' : 'people'}`;
  return rows === total ? all : `${count.format(rows)} of ${all}: search to find the others`;
}

function Nobody({ search, past, onClear }: { search: string; past: boolean; onClear(): void }) {
  if (search.trim() === '') {
    return (
      <EmptyState icon={<SearchX />} title={<h2>Nobody could sign in then</h2>}>
        {past ? 'This was before the first person was invited, or before that was recorded.' : null}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={<h2>Nobody matches</h2>}
      action={<Button onClick={onClear}>Show everybody</Button>}
    >
      Search by a part of a name, of an email address, or by a role.
    </EmptyState>
  );
}
