import type { Metadata } from 'next';
import Link from 'next/link';
import type { SearchParams } from 'nuqs/server';
import { Suspense } from 'react';
import { readTimeSettings } from '@/app/preferences';
import { requirePerson } from '@/app/session';
import { activityHref, loadActivityAddress } from '@/components/activity/activity-address';
import { BatchPreview } from '@/components/activity/batch-preview';
import { NarrowSelection } from '@/components/activity/narrow-selection';
import { PageHeader, TrailLink } from '@/components/shell/page-header';
import { buttonStyles } from '@/components/ui/button-styles';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Spinner } from '@/components/ui/spinner';
import { readActors } from '@/db/activity-actors';
import { database } from '@/db/client';
import { readRecordHeads } from '@/db/record-heads';
import { refusalToBatch } from '@/lib/access';
import { criteriaOf } from '@/lib/batch-criteria';
import type { PagesAsked } from '@/lib/batch-preview';
import type { BatchSelection, Chosen } from '@/lib/batch-selection';
import { type FoundSelection, filtersIn, findSelected } from '../batch-request';
import { tellCriteria } from '../criteria';
import { dryRun } from '../dry-run';
import { filterOptions } from '../filter-options';
import { pageIn } from '../page-in';

export const metadata: Metadata = { title: 'Undo many changes' };

/**
 * What it would come to if events were taken back: all that Activity's filters leave, those that were picked there, those
 * of invoices that were chosen in the list, or one action on many records; and doing it.
 */
export default async function UndoBatchRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await requirePerson();
  const params = await searchParams;
  const selection = selectionIn(params);
  const barred = refusalToBatch(person.role, selection.kind);
  if (barred) return <NotTheirs because={barred} />;
  const found = await findSelected(database(), selection);
  const back = placeOf(selection, found.chosen);
  const narrowing =
    selection.kind !== 'operation' && (selection.kind === 'matching' || found.chosen?.kind === 'invoices');
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <Header back={back} />
      {found.chosen || found.ok ? <Criteria selection={selection} found={found} /> : null}
      {narrowing ? <Narrowing address={selection.address} ofInvoices={found.chosen !== null} /> : null}
      {found.ok ? (
        // Another selection is another look, with an action of its own.
        <Suspense key={JSON.stringify(selection)} fallback={<Looking events={found.events} />}>
          <Looked
            selection={selection}
            found={found}
            pages={{ clean: pageIn(params.clean), blocked: pageIn(params.blocked) }}
            backHref={back.href}
          />
        </Suspense>
      ) : (
        <Card>
          <EmptyState
            title={<h2>{titles[found.refusal.code] ?? 'This can’t be undone'}</h2>}
            action={
              <Link href={back.href} prefetch={false} className={buttonStyles()}>
                Back to {back.name}
              </Link>
            }
          >
            {found.refusal.message}
          </EmptyState>
        </Card>
      )}
    </div>
  );
}

const titles: Readonly<Record<string, string>> = {
  selection_gone: 'This selection is not kept any more',
  not_narrow: 'What is to be undone?',
  nothing_selected: 'No event is selected',
  too_many: 'Too many events are selected',
};

interface Place {
  href: string;
  name: string;
}

function Header({ back }: { back: Place }) {
  return (
    <PageHeader
      trail={<TrailLink href={back.href}>{back.name}</TrailLink>}
      title="Undo many changes"
      description="Look first: nothing is done before you press the button, and it can be undone itself."
    />
  );
}

function NotTheirs({ because }: { because: string }) {
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <Header back={{ href: '/activity', name: 'Activity' }} />
      <Card>
        <EmptyState title={<h2>Only managers take many changes back at once</h2>}>{because}</EmptyState>
      </Card>
    </div>
  );
}

/** Of the two that an address may name, an action comes before what was chosen. */
function selectionIn(params: SearchParams): BatchSelection {
  const { operation, chosen } = params;
  if (typeof operation === 'string') return { kind: 'operation', id: operation };
  const filters = { ...loadActivityAddress(params), after: null, before: null };
  const address = activityHref('', filters).replace(/^\?/, '');
  return typeof chosen === 'string' ? { kind: 'chosen', id: chosen, address } : { kind: 'matching', address };
}

/** Where it was selected. */
function placeOf(selection: BatchSelection, chosen: Chosen | null): Place {
  if (selection.kind === 'operation')
    return { href: `/activity/operations/${selection.id}`, name: 'the action' };
  if (chosen?.kind === 'invoices') return { href: `/invoices${chosen.list ?? ''}`, name: 'Invoices' };
  return { href: `/activity${selection.address && `?${selection.address}`}`, name: 'Activity' };
}

async function Criteria({ selection, found }: { selection: BatchSelection; found: FoundSelection }) {
  const records = found.ok ? found.selected.length : 0;
  const criteria = criteriaOf(selection, records, found.chosen);
  const { words } = await tellCriteria(database(), criteria, await readTimeSettings());
  return <p className="text-body font-medium text-ink">{words}</p>;
}

async function Narrowing({ address, ofInvoices }: { address: string; ofInvoices: boolean }) {
  const { record } = filtersIn(address);
  const db = database();
  const [actors, heads] = await Promise.all([readActors(db), record ? readRecordHeads(db, [record]) : null]);
  const options = filterOptions(actors, (record && heads?.get(record)) || null);
  const workflows = ofInvoices
    ? options.workflows.filter(({ name }) => name === 'invoice')
    : options.workflows;
  return <NarrowSelection options={{ ...options, workflows }} />;
}

function Looking({ events }: { events: number }) {
  return (
    <p role="status" className="flex items-center gap-2 text-body text-ink-2">
      <Spinner /> Looking at what would become of {events.toLocaleString('en-US')}{' '}
      {events === 1 ? 'event' : 'events'}…
    </p>
  );
}

interface LookedProps {
  selection: BatchSelection;
  found: Extract<FoundSelection, { ok: true }>;
  pages: PagesAsked;
  backHref: string;
}

async function Looked({ selection, found, pages, backHref }: LookedProps) {
  const preview = await dryRun(database(), await requirePerson(), found.selected, pages);
  return <BatchPreview {...{ preview, selection, backHref }} />;
}
