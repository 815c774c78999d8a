import { processWords, workflowWords } from '@/lib/analytics/act-words';
import type { RefundsOfProcess } from '@/lib/analytics/answers';
import { shareInterval } from '@/lib/analytics/figures';
import { Chart } from '../charts/chart';
import type { ChartData } from '../charts/chart-data';
import { type AnalyticsAddress, recordsHref } from './analytics-address';
import { between, counted, FiguresTable, plain } from './figures-table';
import { amongWhich, highest, rateOf } from './highest-rate';
import { NothingFound } from './nothing-found';
import { confidence, many, share } from './question-words';

/** A path by its name; with its workflow's behind it where another one has such a path too. */
const namer =
  (rows: readonly RefundsOfProcess[]) =>
  ({ process, workflow }: RefundsOfProcess) => {
    const isShared = rows.some((other) => other.process === process && other.workflow !== workflow);
    return isShared
      ? `${processWords(process)} (${workflowWords(workflow).toLowerCase()})`
      : processWords(process);
  };

/** Which path has most refunds, and which has them most often: not always the same. */
export function RefundsAnswer({ processes }: { processes: readonly RefundsOfProcess[] }) {
  const all = processes.reduce((sum, { refunds }) => sum + refunds, 0);
  if (all === 0) return <p>There is no refund in what is asked about.</p>;
  const name = namer(processes);
  const most = processes[0] as RefundsOfProcess;
  const rated = processes.map((row) => ({ ...row, of: row.paid }));
  const often = highest(rated) ?? { ...most, of: most.paid };
  const among = amongWhich(rated);
  const same = often.process === most.process && often.workflow === most.workflow;
  const rate = `${share(rateOf(often))} of its paid records were refunded${confidence(shareInterval(often.refunded, often.of))}`;
  return (
    <p>
      <strong className="font-semibold">{name(most)}</strong> causes most refunds: {most.refunds} of{' '}
      {many(all, 'refund')}.{' '}
      {same ? (
        <>
          It also has the highest rate{among}: {rate}.
        </>
      ) : (
        <>
          The highest rate{among} is another’s: <strong className="font-semibold">{name(often)}</strong>,
          where {rate}.
        </>
      )}
    </p>
  );
}

interface RefundsChartsProps {
  processes: readonly RefundsOfProcess[];
  address: AnalyticsAddress;
}

/** Count and rate side by side, by business path. */
export function RefundsCharts({ processes, address }: RefundsChartsProps) {
  const name = namer(processes);
  const cell = ({ workflow, process }: RefundsOfProcess, only: string) =>
    recordsHref(address, { of: 'refunds', by: 'process', in: workflow, row: process, only });
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
  if (processes.length === 0)
    return <NothingFound title="No payment and no refund" path="/analytics/refunds" address={address} />;
  const empty = 'There is no payment and no refund in what is asked about.';
  return (
    <>
      <div className="grid min-w-0 gap-4 @4xl:grid-cols-2">
        <Chart kind="rows" title="Refunds by business path" data={counts} empty={empty}>
          How many refunds there were.
        </Chart>
        <Chart kind="rows" title="Refund rate by business path" data={rates} empty={empty}>
          Of the records paid, the share refunded, with 95 % confidence intervals.
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
    </>
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
        <strong>The path of events</strong> is what happened on a record before its first refund. Its rate is
        the share of the records that came exactly this way whose next event, of those that are looked at, was
        the refund. The twelve paths with most refunds are shown.
      </p>
      <p>
        The intervals are Wilson’s. That refunds come with a path does not say that the path is their cause.
      </p>
    </div>
  );
}
