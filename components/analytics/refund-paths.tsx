import Link from 'next/link';
import type { SearchParams } from 'nuqs/server';
import { activityWords, workflowWords } from '@/lib/analytics/act-words';
import type { RefundsOfPath } from '@/lib/analytics/answers';
import { shareInterval } from '@/lib/analytics/figures';
import { lastActs, type RefundPaths, refundPaths } from '@/lib/analytics/refund-paths';
import { Chart } from '../charts/chart';
import type { ChartData } from '../charts/chart-data';
import { buttonStyles } from '../ui/button-styles';
import { cn } from '../ui/cn';
import { hrefWith, readTexts } from './address-texts';
import { type AnalyticsAddress, recordsHref } from './analytics-address';
import { between, counted, FiguresTable, plain } from './figures-table';
import { amongWhich, highest } from './highest-rate';
import { confidence, many, share } from './question-words';

const [usual] = refundPaths;

/** As what an address looks at paths, and whether it says something that could not be understood. */
export function readPathsText(params: SearchParams) {
  const isPaths = (text: string) => refundPaths.some((paths) => paths === text);
  const { texts, unread } = readTexts(params, { paths: isPaths }, () => 'paths');
  return { paths: refundPaths.find((paths) => paths === texts.paths) ?? usual, texts, unread };
}

const choices: Readonly<Record<RefundPaths, { label: string; definition: string }>> = {
  kinds: {
    label: 'Kinds of events',
    definition:
      'Each kind of event before the first refund, in the order in which they first happened. Changes of details (lines, dates, notes and the like) are left out.',
  },
  last: {
    label: `Last ${lastActs} events`,
    definition: `The last ${lastActs} events before the first refund, whatever they were; one after another of a kind is told once.`,
  },
  whole: {
    label: 'Whole history',
    definition:
      'Every event from the record’s beginning to its first refund; one after another of a kind is told once. Records rarely have all of it in common.',
  },
};

interface PathsProps {
  found: readonly RefundsOfPath[];
  paths: RefundPaths;
  address: AnalyticsAddress;
}

/** Refunds by the path of events that led to them: count and rate side by side, each leading to its records. */
export function RefundPathsCompared({ found, paths, address }: PathsProps) {
  // That there is no refund is said above.
  if (found.length === 0) return null;
  const several = new Set(found.map(({ workflow }) => workflow)).size > 1;
  const named = found.map((path, index) => ({ ...path, ...wordsOf(path, index + 1, several) }));
  const cell = ({ workflow, path }: RefundsOfPath, only: string) =>
    recordsHref(address, { of: 'refunds', by: paths, in: workflow, row: path, only });
  const counts: ChartData = {
    of: 'Path',
    series: [{ label: 'Refunded next', unit: 'count' }],
    notes: 'Events before the first refund',
    marks: named.map((row) => ({
      label: row.short,
      values: [row.refunded],
      hrefs: [cell(row, 'refunded')],
      note: row.text,
    })),
  };
  const rates: ChartData = {
    of: 'Path',
    series: [{ label: 'Refunded next, of those that came this way', unit: 'share' }],
    notes: 'Refunded of came',
    marks: named.map((row) => ({
      label: row.short,
      values: [row.refunded / row.came],
      hrefs: [cell(row, 'refunded')],
      interval: shareInterval(row.refunded, row.came),
      note: `${row.refunded} of ${row.came}`,
    })),
  };
  const empty = 'There is no refund in what is asked about.';
  return (
    <section aria-labelledby="paths-title" className="flex min-w-0 flex-col gap-4">
      <div className="mt-2 flex flex-col gap-2">
        <h2 id="paths-title" className="text-emphasis font-semibold text-ink">
          By the path of events that led to the refund
        </h2>
        <PathsAnswer rows={named} />
        <nav aria-label="Paths compared as" className="flex flex-wrap gap-1 print:hidden">
          {refundPaths.map((each) => (
            <Link
              key={each}
              href={hrefWith('/analytics/refunds', address, { paths: each === usual ? '' : each })}
              scroll={false}
              aria-current={each === paths ? 'true' : undefined}
              className={cn(
                buttonStyles({ size: 'small' }),
                each === paths && 'border-accent bg-accent-soft text-accent',
              )}
            >
              {choices[each].label}
            </Link>
          ))}
        </nav>
        <p className="max-w-3xl text-dense text-ink-2">{choices[paths].definition}</p>
      </div>
      <div className="grid min-w-0 gap-4 @4xl:grid-cols-2">
        <Chart kind="rows" title="Refunds by path of events" data={counts} empty={empty}>
          How many records had their first refund next.
        </Chart>
        <Chart kind="rows" title="Refund rate by path of events" data={rates} empty={empty}>
          Of the records that came this way, the share refunded next, with 95 % confidence intervals.
        </Chart>
      </div>
      <FiguresTable
        title="By path of events"
        of="Events before the first refund"
        columns={['Refunded next', 'Came this way', 'Rate', '95 % interval']}
        empty={empty}
        rows={named.map((row) => ({
          key: `${row.workflow} ${row.path}`,
          name: <PathWords row={row} />,
          figures: [
            counted(row.refunded, cell(row, 'refunded'), `refunded next: ${row.text}`),
            counted(row.came, cell(row, 'came'), `came this way: ${row.text}`),
            plain(share(row.refunded / row.came)),
            between(shareInterval(row.refunded, row.came), 'share'),
          ],
        }))}
      />
    </section>
  );
}

interface NamedPath extends RefundsOfPath {
  /** Its number among the paths, by which chart and table are brought together. */
  number: number;
  /** "2. … Payment received" */
  short: string;
  /** "Invoice created → … → Payment received" */
  text: string;
}

function wordsOf({ workflow, activities }: RefundsOfPath, number: number, several: boolean) {
  const steps = activities.map((activity) => activityWords(workflow, activity));
  const text = steps.join(' → ') || 'Nothing before';
  const of = several ? ` (${workflowWords(workflow).toLowerCase()})` : '';
  return {
    number,
    text: `${text}${of}`,
    short: `${number}. ${steps.length > 1 ? '… ' : ''}${steps.at(-1) ?? text}`,
  };
}

function PathWords({ row: { number, text } }: { row: NamedPath }) {
  return (
    <span className="flex min-w-64 gap-2 py-1.5 font-normal">
      <span className="w-5 shrink-0 text-end text-ink-2 tabular-nums">{number}.</span>
      <span className="text-pretty">{text}</span>
    </span>
  );
}

function PathsAnswer({ rows }: { rows: readonly NamedPath[] }) {
  const [most] = rows;
  const rated = rows.map((row) => ({ ...row, of: row.came }));
  const often = highest(rated);
  const among = amongWhich(rated);
  if (!most || !often) return null;
  const rate = `${often.refunded} of ${often.came} records that came this way were refunded next, ${share(often.refunded / often.came)}${confidence(shareInterval(often.refunded, often.came))}`;
  return (
    <p className="max-w-3xl text-body text-ink">
      Most first refunds ({many(most.refunded, 'refund')}) followed on <Path>{most.text}</Path>.{' '}
      {most.path === often.path ? (
        <>
          It also has the highest rate{among}: {rate}.
        </>
      ) : (
        <>
          The highest rate{among} is that of <Path>{often.text}</Path>: {rate}.
        </>
      )}
    </p>
  );
}

const Path = ({ children }: { children: string }) => <strong className="font-semibold">{children}</strong>;
