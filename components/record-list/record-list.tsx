'use client';

import { FolderOpen, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { type ReactNode, useCallback, useTransition } from 'react';
import type { RecordListPage } from '@/lib/record-list';
import type { SavedView, ViewActions } from '@/lib/saved-view';
import { ListMoment, type PastDays } from '../invoice-list/list-moment';
import { ListPast, pastReason } from '../invoice-list/list-past';
import { useFreshRows } from '../invoice-list/use-fresh-rows';
import { useTypedSearch } from '../invoice-list/use-typed-search';
import { ViewsMenu } from '../saved-views/views-menu';
import { NewsPill } from '../shell/news-pill';
import { PageHeader } from '../shell/page-header';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { cn } from '../ui/cn';
import { EmptyState } from '../ui/empty-state';
import { ExportLinks } from '../ui/export-links';
import { Pagination } from '../ui/pagination';
import { UnreadNotice } from '../ui/unread-notice';
import { CreateLink } from './create-link';
import {
  type RecordListAddress,
  recordFilterHref,
  recordListHref,
  recordListParsers,
  recordListView,
} from './list-address';
import { pageOf, type RecordListKind } from './list-kind';
import { RecordFilters } from './record-filters';
import { RecordTable } from './record-table';

interface RecordListProps {
  kind: RecordListKind;
  page: Omit<RecordListPage, 'rows' | 'totals'>;
  /** A `RecordRow` for each record, and what all that match come to, as the server renders them. */
  rows: readonly ReactNode[];
  totals: ReactNode;
  /** Every status that a record has, with its name. */
  statuses: readonly { value: string; label: string }[];
  /** The past moment that the rows are of, ISO 8601; null is now. */
  asOf: string | null;
  /** The day that the list is of the end of, in words. */
  asOfDay: string | null;
  pastDays: PastDays;
  /** What the log held before it was read, and the ids of its rows. */
  news: { mark: string; ids: readonly string[] };
  /** The address of the same as a file, where there is one. */
  exportHref: string;
  /** What the address asks for that could not be understood. */
  unread: readonly string[];
  /** The state of the address that the page was read for. */
  shown: RecordListAddress;
  /** The reader's own views, and what changes them. */
  saved: { views: readonly SavedView[]; actions: ViewActions };
  /** When it was read, ISO 8601. */
  readAt: string;
  mayWrite: boolean;
}

/** What the address no longer says, once it is about now again. */
const now = { asOf: null, sense: 'was' } as const;
const firstPage = { after: null, before: null };

/**
 * The records of one workflow. The address holds the state and the server reads the rows for it; until they are here, the
 * controls show what was chosen and the old rows stay, dimmed.
 */
export function RecordList(props: RecordListProps) {
  const { kind, page, rows, asOf, shown, news, mayWrite } = props;
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  useFreshRows(props.readAt, startTransition);
  const [address, setAddress] = useQueryStates(recordListParsers, { shallow: false, startTransition });
  const change = (changed: Partial<RecordListAddress>) =>
    void setAddress({ ...firstPage, ...changed }, { history: 'push' });
  const searched = shown.q !== '';
  // Back takes the whole search away, not one letter of it.
  const search = useCallback(
    (q: string) => void setAddress({ ...firstPage, q }, { history: searched ? 'replace' : 'push' }),
    [setAddress, searched],
  );
  const typed = useTypedSearch(address.q, search);
  const isFiltered = shown.q.trim() !== '' || shown.status.length > 0;
  const nothingAtAll = page.total === 0 && !isFiltered && asOf === null;
  const summary = summaryOf(kind, page.total, rows.length);
  const hrefOf = (cursor: Partial<RecordListAddress>) => recordListHref(kind.path, { ...shown, ...cursor });
  const loadNews = () => {
    window.scrollTo({ top: 0 });
    startTransition(() => (page.previous ? router.push(hrefOf(firstPage)) : router.refresh()));
  };
  const clear = () => {
    typed.forget();
    change({ q: '', status: [] });
  };
  const create = kind.create ? (
    <CreateLink {...kind.create} mayWrite={mayWrite} locked={asOf ? pastReason : null} />
  ) : null;
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader
        title={kind.title}
        actions={
          nothingAtAll ? null : (
            <>
              <ViewsMenu
                page={pageOf(kind)}
                {...props.saved}
                opened={shown.view}
                current={recordListView(shown)}
              />
              {create}
            </>
          )
        }
      />
      {nothingAtAll ? null : (
        <RecordFilters
          {...{ kind, typed, address }}
          statuses={props.statuses}
          onStatus={(status) => change({ status: status === null ? [] : [status] })}
          onSort={(sort) => change({ sort })}
        >
          <ListMoment
            of={kind.many}
            days={props.pastDays}
            asOf={address.asOf}
            onChoose={(moment) => change(moment ? { asOf: moment } : now)}
          />
          <ExportLinks href={props.exportHref} />
        </RecordFilters>
      )}
      <ListPast
        asOf={asOf}
        day={props.asOfDay}
        sense={address.sense}
        onSense={(sense) => change({ sense })}
        onReturn={() => change(now)}
      />
      <UnreadNotice parts={props.unread} />
      {page.total > 0 ? (
        <div className={cn('transition-opacity', pending && 'opacity-60')}>{props.totals}</div>
      ) : null}
      <p role="status" className="sr-only">
        {pending ? '' : summary}
      </p>
      {asOf ? null : (
        <NewsPill
          of={pageOf(kind)}
          filters={recordFilterHref('', shown)}
          mark={news.mark}
          shown={news.ids}
          onLoad={loadNews}
        />
      )}
      <Card className="overflow-clip">
        {page.total > 0 ? (
          <RecordTable
            kind={kind}
            sorting={address.sort}
            onSort={(sort) => change({ sort })}
            pending={pending}
          >
            {rows}
          </RecordTable>
        ) : (
          <Nothing {...{ kind, isFiltered, create }} past={asOf !== null} onClear={clear} />
        )}
      </Card>
      {page.total > 0 ? (
        <Pagination
          summary={summary}
          previous={page.previous && hrefOf({ before: page.previous, after: null })}
          next={page.next && hrefOf({ after: page.next, before: null })}
          onFollow={(href) => startTransition(() => router.push(href))}
        />
      ) : null}
    </div>
  );
}

interface NothingProps {
  kind: RecordListKind;
  isFiltered: boolean;
  past: boolean;
  create: ReactNode;
  onClear(): void;
}

/** No row, and why: nothing matches, there was nothing then, or there is nothing yet. */
function Nothing({ kind, isFiltered, past, create, onClear }: NothingProps) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<SearchX />}
        title={<h2>No {kind.one} matches</h2>}
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Take the status away, or search by a part of what the list shows.
      </EmptyState>
    );
  }
  return past ? (
    <EmptyState icon={<FolderOpen />} title={<h2>There was no {kind.one} yet</h2>}>
      The first one came later than this.
    </EmptyState>
  ) : (
    <EmptyState icon={<FolderOpen />} title={<h2>There are no {kind.many} yet</h2>} action={create}>
      {kind.nothing}
    </EmptyState>
  );
}

const count = new Intl.NumberFormat('en-US');

/** "50 of 1,204 subscriptions". */
function summaryOf({ one, many }: RecordListKind, total: number, rows: number): string {
  if (total === 0) return `No ${many}`;
  const all = `${count.format(total)} ${total === 1 ? one : many}`;
  return rows === total ? all : `${count.format(rows)} of ${all}`;
}
