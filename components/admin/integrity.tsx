'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { durationWords, figureWords } from '@/lib/figure-words';
import type { IntegrityCheck } from '@/lib/integrity/check';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Cell, ColumnHeader, RowHeader, Table, TableHead, TableRow } from '../ui/table';
import { Time } from '../ui/time';
import { WorkProgress } from './work-progress';

/** A fault as a page shows it: which record, and where it is found. */
export interface ToldFault {
  key: string;
  record: string;
  href: string | null;
  what: string;
}

export type ToldCheck = Omit<IntegrityCheck, 'found'> & { found: readonly ToldFault[] };

interface IntegrityProps {
  first: readonly ToldCheck[];
  begin(): Promise<{ ok: boolean; message: string }>;
  /** Why whoever looks may not begin one; null if they may. */
  refused: string | null;
}

const lookEvery = { running: 500, idle: 5000 };

const count = (value: number): string => figureWords(value, 'count');
const many = (value: number, one: string): string => `${count(value)} ${one}${value === 1 ? '' : 's'}`;

/** The checks of the log, read again while the page is open; and the button that begins one. */
export function Integrity({ first, begin, refused }: IntegrityProps) {
  const [said, setSaid] = useState('');
  const [pending, startTransition] = useTransition();
  const {
    data: checks,
    refetch,
    isError,
  } = useQuery({
    queryKey: ['integrity-checks'],
    queryFn: readChecks,
    initialData: first,
    refetchInterval: ({ state }) => (state.data?.some(isRunning) ? lookEvery.running : lookEvery.idle),
  });
  const running = checks.find(isRunning);
  const newest = checks.find((check) => !isRunning(check));
  const start = () =>
    startTransition(async () => {
      const { ok, message } = await begin();
      setSaid(ok ? '' : message);
      await refetch();
    });
  return (
    <>
      <Card className="p-4">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="min-w-0 flex-1 basis-72">
            <h2 className="text-emphasis font-semibold text-ink">Every record against its events</h2>
            <p role="status" className="text-body text-ink">
              {isError
                ? 'How it stands can’t be read right now; trying again.'
                : said || sentence(running, newest)}
            </p>
          </div>
          <Button
            icon={<ShieldCheck aria-hidden="true" />}
            disabledReason={refused ?? (running ? 'A check is under way already.' : null)}
            pending={pending}
            onClick={start}
          >
            Check now
          </Button>
        </div>
        {running ? (
          <WorkProgress label="Check" unit="records" {...running} done={running.records}>
            {running.faults === 0 ? 'Nothing wrong so far.' : `${many(running.faults, 'fault')} so far.`}
          </WorkProgress>
        ) : null}
        <p className="mt-2 max-w-3xl text-dense text-ink-2">
          Of each record: no event is missing, every event’s hash follows from what it says and from the event
          before it, replaying the events gives the state that is kept, and the tables that lists and searches
          read say the same, for every version. What is found is told here and left as it is.
        </p>
      </Card>
      {newest && newest.found.length > 0 ? <Faults check={newest} /> : null}
      <Card className="min-w-0">
        <h2 className="px-4 pt-4 pb-2 text-emphasis font-semibold text-ink">Checks</h2>
        {checks.length === 0 ? (
          <p className="px-4 pb-4 text-dense text-ink-2">Nobody has had the log checked yet.</p>
        ) : (
          <ChecksTable checks={checks} />
        )}
      </Card>
    </>
  );
}

const isRunning = ({ endedAt }: ToldCheck): boolean => endedAt === null;

function sentence(running: ToldCheck | undefined, newest: ToldCheck | undefined): string {
  if (running) return `${running.byName} is having the log checked.`;
  if (!newest) return 'The log has not been checked yet.';
  const what = `${many(newest.records, 'record')} with ${many(newest.events, 'event')}`;
  return newest.faults === 0
    ? `Nothing was wrong with ${what}.`
    : `${many(newest.faults, 'fault')} found in ${what}.`;
}

function Faults({ check }: { check: ToldCheck }) {
  return (
    <Card className="min-w-0 p-4">
      <h2 className="text-emphasis font-semibold text-ink">What was found</h2>
      {check.found.length < check.faults ? (
        <p className="text-dense text-ink-2">
          The first {count(check.found.length)} of {count(check.faults)}.
        </p>
      ) : null}
      <ul className="mt-2 flex flex-col gap-2">
        {check.found.map(({ key, record, href, what }) => (
          <li key={key} className="text-dense text-ink wrap-anywhere">
            {href ? (
              <Link href={href} className="inline-block min-h-6 font-medium text-accent underline">
                <bdi>{record}</bdi>
              </Link>
            ) : (
              <bdi className="font-medium">{record}</bdi>
            )}
            : {what}.
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ChecksTable({ checks }: { checks: readonly ToldCheck[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled from the keyboard.
    <section aria-label="Checks" tabIndex={0} className="relative overflow-x-auto">
      <Table aria-label="Checks">
        <TableHead className="static">
          <TableRow className="hover:bg-transparent">
            <ColumnHeader>Begun</ColumnHeader>
            <ColumnHeader>By</ColumnHeader>
            <ColumnHeader numeric>Records</ColumnHeader>
            <ColumnHeader numeric>Events</ColumnHeader>
            <ColumnHeader numeric>Took</ColumnHeader>
            <ColumnHeader>Found</ColumnHeader>
          </TableRow>
        </TableHead>
        <tbody>
          {checks.map((check) => (
            <TableRow key={check.id}>
              <RowHeader>
                <Time at={check.startedAt} show="minute" />
              </RowHeader>
              <Cell className="whitespace-nowrap">
                <bdi>{check.byName}</bdi>
              </Cell>
              <Cell numeric>{count(check.records)}</Cell>
              <Cell numeric>{count(check.events)}</Cell>
              <Cell numeric>{tookWords(check)}</Cell>
              <Cell className="whitespace-nowrap">
                {check.faults > 0
                  ? many(check.faults, 'fault')
                  : isRunning(check)
                    ? 'Nothing so far'
                    : 'Nothing wrong'}
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

const tookWords = ({ startedAt, endedAt }: ToldCheck): string =>
  endedAt ? durationWords((Date.parse(endedAt) - Date.parse(startedAt)) / 1000) : 'Under way';

async function readChecks(): Promise<ToldCheck[]> {
  const response = await fetch('/api/integrity/checks');
  if (!response.ok) throw new Error(`The checks could not be read (${response.status}).`);
  return response.json();
}
