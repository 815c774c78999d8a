import { activityWords, workflowWords } from '@/lib/analytics/act-words';
import type { Remedies, Remedy } from '@/lib/analytics/answers';
import { shareInterval } from '@/lib/analytics/figures';
import { Chart } from '../charts/chart';
import type { ChartData } from '../charts/chart-data';
import { type AnalyticsAddress, recordsHref } from './analytics-address';
import { between, counted, FiguresTable, plain } from './figures-table';
import { NothingFound } from './nothing-found';
import { confidence, many, share } from './question-words';

/** What was done after fewer failures is named as the answer only where there is nothing else. */
const enough = 5;

const rate = ({ followed, done }: Remedy): number => followed / done;

const namer = ({ remedies }: Remedies) => {
  const several = new Set(remedies.map(({ workflow }) => workflow)).size > 1;
  return ({ workflow, activity }: Remedy) =>
    several
      ? `${activityWords(workflow, activity)} (${workflowWords(workflow).toLowerCase()})`
      : activityWords(workflow, activity);
};

interface AnswerProps {
  found: Remedies;
  days: number;
}

/** What most often comes before the payment, beside what comes of failed payments anyway. */
export function FailedPaymentsAnswer({ found, days }: AnswerProps) {
  const { base, remedies } = found;
  if (base.of === 0) return <p>There is no failed payment in what is asked about.</p>;
  const within = `within ${many(days, 'day')}`;
  const anyway = `Of all ${many(base.of, 'failed payment')}, ${share(base.count / base.of)} were followed by a payment ${within}.`;
  const worth = remedies.filter(({ done }) => done >= enough);
  const [best] = worth.length > 0 ? worth : remedies;
  if (!best) return <p>Nobody did anything after a failed payment. {anyway}</p>;
  return (
    <p>
      <strong className="font-semibold">{namer(found)(best)}</strong> is most often followed by the payment:{' '}
      {best.followed} of {best.done} times, {share(rate(best))}
      {confidence(shareInterval(best.followed, best.done))}, {within}. {anyway} This is association, not
      proof: whom one helps, and when, is not left to chance.
    </p>
  );
}

export function FailedPaymentsCharts({ found, address, days }: AnswerProps & { address: AnalyticsAddress }) {
  const { base, remedies } = found;
  const name = namer(found);
  const cell = (row: Remedy | null, only: 'followed' | 'done' | 'open') =>
    recordsHref(address, {
      of: 'failed-payments',
      by: 'activity',
      in: row?.workflow ?? null,
      row: row?.activity ?? null,
      only,
    });
  const all: Remedy = { workflow: '', activity: '', done: base.of, followed: base.count, open: base.open };
  const baseLabel = 'All failed payments (base rate)';
  const shown = base.of > 0 ? [{ row: all, label: baseLabel, of: null as Remedy | null }] : [];
  const rows = [...remedies.map((row) => ({ row, label: name(row), of: row })), ...shown];
  const data: ChartData = {
    of: 'After a failed payment',
    series: [{ label: `Paid within ${days} days`, unit: 'share' }],
    notes: 'Paid of done',
    marks: rows.map(({ row, label, of }) => ({
      label,
      values: [rate(row)],
      hrefs: [row.followed > 0 ? cell(of, 'followed') : null],
      interval: shareInterval(row.followed, row.done),
      note: `${row.followed} of ${row.done}`,
    })),
  };
  if (base.of === 0)
    return <NothingFound title="No failed payment" path="/analytics/failed-payments" address={address} />;
  const empty = 'There is no failed payment in what is asked about.';
  return (
    <>
      <Chart
        kind="rows"
        title={`Payments within ${many(days, 'day')} of an action`}
        data={data}
        empty={empty}
      >
        With 95 % confidence intervals.
      </Chart>
      <FiguresTable
        title="By action"
        of="After a failed payment"
        columns={['Done', 'Then paid', 'Rate', '95 % interval', 'Against the base rate', 'Too early to tell']}
        empty={empty}
        rows={rows.map(({ row, label, of }) => ({
          key: label,
          name: label,
          figures: [
            counted(row.done, cell(of, 'done'), of ? `times done, ${label}` : 'failed payments'),
            counted(row.followed, cell(of, 'followed'), `then paid, ${label}`),
            plain(share(rate(row))),
            between(shareInterval(row.followed, row.done), 'share'),
            plain(of ? points(rate(row) - base.count / base.of) : '–'),
            counted(row.open, cell(of, 'open'), `too early to tell, ${label}`),
          ],
        }))}
      />
    </>
  );
}

/** A difference of two shares, in percentage points. */
const points = (difference: number): string =>
  `${difference < 0 ? '−' : '+'}${Math.abs(100 * difference).toFixed(1)} points`;

export function FailedPaymentsDefinition({ days }: { days: number }) {
  return (
    <div className="flex flex-col gap-2">
      <p>
        After a payment failed, each kind of action on the same record counts once, until the next payment or
        the next failure. <strong>Then paid</strong> says how often that was a payment, within{' '}
        {many(days, 'day')} of the action. What the system does by itself is no support action and is left
        out.
      </p>
      <p>
        <strong>The base rate</strong> is how often a payment followed within {many(days, 'day')} of a
        failure, before another failure, whatever was done or not. <strong>Too early to tell</strong> are
        those that have not had so many days yet; they count as not paid so far.
      </p>
      <p>
        The intervals are Wilson’s. This is association: an action may be chosen where the payment was likely
        to come anyway, and several actions after one failure each get the credit.
      </p>
    </div>
  );
}
