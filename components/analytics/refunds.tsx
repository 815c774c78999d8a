import { activityWords, processWords, workflowWords } from '@/lib/analytics/act-words';
import type { RefundsOfProcess, RefundsOfTrail } from '@/lib/analytics/answers';
import { shareInterval } from '@/lib/analytics/figures';
import { Chart } from '../charts/chart';
import type { ChartData } from '../charts/chart-data';
import { type AnalyticsAddress, recordsHref } from './analytics-address';
import { between, counted, FiguresTable, plain } from './figures-table';
import { confidence, many, share } from './question-words';

/** Rates of fewer records say little, and are named highest only where there are no others. */
const enough = 10;

const rateOf = ({ refunded, of }: { refunded: number; of: number }): number => (of === 0 ? 0 : refunded / of);

/** Of these the one with the highest rate, of those with enough records where there are such. */
function highest<Row extends { refunded: number; of: number }>(rows: readonly Row[]): Row | null {
  const worth = rows.filter(({ of }) => of >= enough);
  return (worth.length > 0 ? worth : rows).reduce<Row | null>(
    (best, row) => (best && rateOf(best) >= rateOf(row) ? best : row),
    null,
  );
}

const severalWorkflows = (rows: readonly { workflow: string }[]) =>
  new Set(rows.map(({ workflow }) => workflow)).size > 1;

const namer = (rows: readonly RefundsOfProcess[]) => {
  const several = severalWorkflows(rows);
  return ({ process, workflow }: RefundsOfProcess) =>
    several ? `${processWords(process)} (${workflowWords(workflow).toLowerCase()})` : processWords(process);
};

/** Which path has most refunds, and which has them most often: not always the same. */
export function RefundsAnswer({ processes }: { processes: readonly RefundsOfProcess[] }) {
  const all = processes.reduce((sum, { refunds }) => sum + refunds, 0);
  if (all === 0) return <p>There is no refund in what is asked about.</p>;
  const name = namer(processes);
  const most = processes[0] as RefundsOfProcess;
  const often = highest(processes.map((row) => ({ ...row, of: row.paid }))) ?? { ...most, of: most.paid };
  const same = often.process === most.process && often.workflow === most.workflow;
  const rate = `${share(rateOf(often))} of its paid records were refunded${confidence(shareInterval(often.refunded, often.of))}`;
  return (
    <p>
      <strong className="font-semibold">{name(most)}</strong> causes most refunds: {most.refunds} of{' '}
      {many(all, 'refund')}.{' '}
      {same ? (
        <>It also has the highest rate: {rate}.</>
      ) : (
        <>
          The highest rate is another’s: <strong className="font-semibold">{name(often)}</strong>, where{' '}
          {rate}.
        </>
      )}
    </p>
  );
}

interface RefundsChartsProps {
  processes: readonly RefundsOfProcess[];
  trails: readonly RefundsOfTrail[];
  address: AnalyticsAddress;
}

/** Count and rate side by side, by business path and by the path of events. */
export function RefundsCharts({ processes, trails, address }: RefundsChartsProps) {
  const name = namer(processes);
  const cell = ({ workflow, process }: RefundsOfProcess, only: string) =>
    recordsHref(address, { of: 'refunds', by: 'process', in: workflow, row: process, only });
  const way = ({ workflow, trail }: RefundsOfTrail, only: string) =>
    recordsHref(address, { of: 'refunds', by: 'trail', in: workflow, row: trail, only });
  const counts: ChartData = {
    of: 'Business path',
    series: [{ label: 'Refunds', unit: 'count' }],
    marks: processes.map((row) => ({
      label: name(row),
      values: [row.refunds],
      hrefs: [row.refunds > 0 ? cell(row, 'refunds') : null],
    })),
  };
  const rates: ChartData = {
    of: 'Business path',
    series: [{ label: 'Refund rate', unit: 'share' }],
    notes: 'Refunded of paid',
    marks: processes.map((row) => ({
      label: name(row),
      values: [row.refunded / row.paid],
      hrefs: [row.refunded > 0 ? cell(row, 'refunded') : null],
      interval: shareInterval(row.refunded, row.paid),
      note: `${row.refunded} of ${row.paid}`,
    })),
  };
  const empty =
    'There is no payment or refund in what is asked about. Choose another period, or clear the filters.';
  return (
    <>
      <div className="grid min-w-0 gap-4 @4xl:grid-cols-2">
        <Chart kind="rows" title="Refunds by business path" data={counts} empty={empty} />
        <Chart kind="rows" title="Refund rate by business path" data={rates} empty={empty}>
          With 95 % confidence intervals.
        </Chart>
      </div>
      <FiguresTable
        title="By business path"
        of="Business path"
        columns={['Refunds', 'Records refunded', 'Records paid', 'Refund rate', '95 % interval']}
        empty={empty}
        rows={processes.map((row) => ({
          key: `${row.workflow} ${row.process}`,
          name: name(row),
          figures: [
            counted(row.refunds, cell(row, 'refunds'), `refunds, ${name(row)}`),
            counted(row.refunded, cell(row, 'refunded'), `records refunded, ${name(row)}`),
            counted(row.paid, cell(row, 'paid'), `records paid, ${name(row)}`),
            plain(share(row.refunded / row.paid)),
            between(shareInterval(row.refunded, row.paid), 'share'),
          ],
        }))}
      />
      <TrailAnswer trails={trails} />
      <FiguresTable
        title="By the path of events that led to the refund"
        of="Events before the first refund"
        columns={['Refunded next', 'Came this way', 'Rate', '95 % interval']}
        empty="There is no refund in what is asked about."
        rows={trails.map((row) => ({
          key: `${row.workflow} ${row.trail}`,
          name: <TrailWords trail={row} />,
          figures: [
            counted(row.refunded, way(row, 'refunded'), `refunded next: ${trailText(row)}`),
            counted(row.came, way(row, 'came'), `came this way: ${trailText(row)}`),
            plain(share(row.refunded / row.came)),
            between(shareInterval(row.refunded, row.came), 'share'),
          ],
        }))}
      />
    </>
  );
}

const stepsOf = ({ workflow, activities }: RefundsOfTrail): string[] =>
  activities.map((activity) => activityWords(workflow, activity));

const trailText = (trail: RefundsOfTrail): string => stepsOf(trail).join(' → ') || 'Nothing before';

function TrailWords({ trail }: { trail: RefundsOfTrail }) {
  return <span className="block min-w-56 py-1.5 text-label font-normal">{trailText(trail)}</span>;
}

function TrailAnswer({ trails }: { trails: readonly RefundsOfTrail[] }) {
  const [most] = trails;
  const often = highest(trails.map((row) => ({ ...row, of: row.came })));
  if (!most || !often) return null;
  const last = (trail: RefundsOfTrail) => stepsOf(trail).slice(-3).join(' → ') || 'nothing before';
  return (
    <p className="max-w-3xl text-dense text-ink-2">
      By the events before it, most first refunds ({many(most.refunded, 'refund')}) followed on “…{' '}
      {last(most)}”. The highest rate is that of “… {last(often)}”: {often.refunded} of {often.came} records
      that came this way were refunded next ({share(often.refunded / often.came)}).
    </p>
  );
}

export function RefundsDefinition() {
  return (
    <div className="flex flex-col gap-2">
      <p>
        <strong>Refunds</strong> counts each refund. <strong>Refund rate</strong> is counted by record: of the
        records that were paid or refunded in the period, the share that was refunded in it. A record’s
        business path is the first <code>process</code> that its events name.
      </p>
      <p>
        <strong>The path of events</strong> is what happened on a record before its first refund, from its
        beginning; one after another of a kind is told once. Its rate is the share of the records that came
        exactly this way whose next event was the refund. The twelve paths with most refunds are shown.
      </p>
      <p>
        The intervals are Wilson’s. That refunds come with a path does not say that the path is their cause.
      </p>
    </div>
  );
}
