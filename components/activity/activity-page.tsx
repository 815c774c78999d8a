'use client';

import { Activity, SearchX, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { isFiltered } from '@/lib/activity/activity-query';
import { eventFormatLabels } from '@/lib/event-formats';
import { formatTime } from '@/lib/format-time';
import type { KeepSelection } from '@/lib/invoice/chosen-input';
import type { SavedView, ViewActions } from '@/lib/saved-view';
import { useFreshRows } from '../invoice-list/use-fresh-rows';
import { ViewsMenu } from '../saved-views/views-menu';
import { NewsPill } from '../shell/news-pill';
import { PageHeader } from '../shell/page-header';
import { Button } from '../ui/button';
import { buttonStyles } from '../ui/button-styles';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { ExportLinks } from '../ui/export-links';
import { useTimeSettings } from '../ui/time-context';
import { UnreadNotice } from '../ui/unread-notice';
import { type ActivityAddress, activityHref, activityView, filtersOf, without } from './activity-address';
import { type Density, DensityStrip } from './density-strip';
import { type FeedPage, type MoreActivity, useFeedPages } from './feed-pages';
import { FilterBar, type FilterOptions } from './filter-bar';
import { MoreLink } from './more-link';
import { PickBar } from './pick-bar';
import { PickProvider } from './pick-context';
import { PickPage } from './pick-events';
import { useActivityAddress } from './use-activity-address';
import { useTimeRange } from './use-time-range';
import { VirtualFeed } from './virtual-feed';

interface ActivityPageProps {
  first: FeedPage;
  /** The cursor of what comes before it; null where it is the newest. */
  previous: string | null;
  /** What the log held when it was read. */
  mark: string;
  moreActivity: MoreActivity;
  /** Null where nothing has ever happened. */
  density: Density | null;
  options: FilterOptions;
  /** The state of the address that the page was read for. */
  shown: ActivityAddress;
  /** What the address asks for that could not be understood. */
  unread: readonly string[];
  /** What it names that there is none of. */
  strangers: readonly string[];
  /** When it was read, ISO 8601. */
  readAt: string;
  mostExported: number;
  /** The reader's own, and what changes them. */
  saved: { views: readonly SavedView[]; actions: ViewActions };
  /** Of those who may take many changes back at once: how what they pick is kept. */
  picking: KeepSelection | null;
}

const moreFormats = (['cloudevents', 'xes'] as const).map((format) => ({
  format,
  label: eventFormatLabels[format],
}));

/** Everything that happened to any record. The address holds the state; until its rows are here, the old ones stay. */
export function ActivityPage(props: ActivityPageProps) {
  const { first, density, options, shown, readAt } = props;
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const settings = useTimeSettings();
  const controls = useActivityAddress(startTransition);
  const known = without(controls.address, props.strangers);
  const range = useTimeRange(controls);
  const hrefOf = (cursor: Pick<ActivityAddress, 'after' | 'before'>) =>
    activityHref('/activity', { ...shown, ...cursor });
  const hrefAfter = (after: string) => hrefOf({ after, before: null });
  const feed = useFeedPages(first, readAt, hrefAfter, props.moreActivity);
  // What has been scrolled through stays as it was: the pill says what is new.
  useFreshRows(readAt, startTransition, feed.pages.length === 1);
  if (!density) return <NothingYet />;

  const order = feed.pages.flatMap((page) => page.order);
  const follow = (href: string) => startTransition(() => router.push(href));
  const loadNews = () => {
    window.scrollTo({ top: 0 });
    if (shown.after || shown.before) follow(hrefOf({ after: null, before: null }));
    else startTransition(() => router.refresh());
  };
  const at = (instant: string | null) => (instant ? formatTime(instant, 'minute', settings) : '');
  const summary =
    density.total === 0 ? 'No events' : `${eventCount(order.length)} of ${eventCount(density.total)}`;
  const filtered = isFiltered(filtersOf(shown));
  const filters = activityView(shown);
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader
        title="Activity"
        description="Everything that happened to any record, newest first."
        actions={
          <>
            <ViewsMenu page="activity" {...props.saved} opened={shown.view} current={filters} />
            {props.picking && filtered && density.total > 0 ? (
              <Link href={`/activity/undo${filters}`} prefetch={false} className={buttonStyles()}>
                <Undo2 aria-hidden="true" />
                Undo {eventCount(density.total)}…
              </Link>
            ) : null}
            <ExportLinks
              href={`/api/activity/export${filters}`}
              newest={
                density.total > props.mostExported ? `newest ${count.format(props.mostExported)}` : null
              }
              more={moreFormats}
            />
          </>
        }
      />
      <UnreadNotice parts={props.unread} />
      <FilterBar {...controls} address={known} options={options} />
      <DensityStrip density={density} {...range} />
      <p role="status" className="sr-only">
        {pending ? '' : summary}
      </p>
      <NewsPill of="activity" filters={filters} mark={props.mark} onLoad={loadNews} />
      <PickProvider order={order} filters={filters}>
        <Card className="@container overflow-clip">
          {props.picking && order.length > 0 ? <PickPage /> : null}
          {order.length > 0 ? (
            <>
              <VirtualFeed key={readAt} {...feed} readAt={readAt} busy={pending} />
              <MoreLink {...feed} hrefOf={hrefAfter} />
            </>
          ) : (
            <NoMatch filtered={filtered} onClear={controls.clear} />
          )}
        </Card>
        {order.length > 0 ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-dense text-ink-2 tabular-nums" suppressHydrationWarning>
              {summary}, {at(feed.pages.at(-1)?.oldest ?? null)} to {at(first.newest)}
            </p>
            {props.previous ? (
              <Link
                href={hrefOf({ before: props.previous, after: null })}
                rel="prev"
                className={buttonStyles()}
              >
                Previous
              </Link>
            ) : null}
          </div>
        ) : null}
        {props.picking ? <PickBar keepSelection={props.picking} filters={filters} /> : null}
      </PickProvider>
    </div>
  );
}

const count = new Intl.NumberFormat('en-US');
const eventCount = (events: number): string => `${count.format(events)} ${events === 1 ? 'event' : 'events'}`;

function NothingYet() {
  return (
    <div className="flex flex-col gap-4 px-page py-5">
      <PageHeader title="Activity" />
      <Card>
        <EmptyState icon={<Activity />} title={<h2>Nothing has happened yet</h2>}>
          As soon as somebody writes an invoice it is here, and from then on every change: who made it, when,
          and what it was before.
        </EmptyState>
      </Card>
    </div>
  );
}

function NoMatch({ filtered, onClear }: { filtered: boolean; onClear(): void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={<h2>No event matches</h2>}
      action={filtered ? <Button onClick={onClear}>Show all events</Button> : null}
    >
      Choose a longer time, or take some of the filters away.
    </EmptyState>
  );
}
