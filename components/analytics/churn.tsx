import { activityWords, workflowWords } from '@/lib/analytics/act-words';
import type { Sign, Signs } from '@/lib/analytics/answers';
import { type Ratio, shareRatio } from '@/lib/analytics/figures';
import { figureWords } from '@/lib/figure-words';
import { Chart } from '../charts/chart';
import type { ChartData } from '../charts/chart-data';
import { type AnalyticsAddress, recordsHref } from './analytics-address';
import { between, counted, FiguresTable, plain } from './figures-table';
import { NothingFound } from './nothing-found';
import { many, share } from './question-words';

interface Rated {
  sign: Sign;
  lift: Ratio;
}

/**
 * Strongest first: by the lower end of the interval, so that what rests on few comes behind what rests on many. What everybody
 * had tells nobody apart, and comes last.
 */
function rated({ left, stayed, signs }: Signs): Rated[] {
  return signs
    .map((sign) => ({
      sign,
      lift: shareRatio({ count: sign.left, of: left }, { count: sign.stayed, of: stayed }),
    }))
    .sort(
      (a, b) =>
        Number(isEverybodys(a.sign, { left, stayed })) - Number(isEverybodys(b.sign, { left, stayed })) ||
        (b.lift.interval?.[0] ?? -1) - (a.lift.interval?.[0] ?? -1) ||
        (b.lift.value ?? 0) - (a.lift.value ?? 0) ||
        (a.sign.activity < b.sign.activity ? -1 : 1),
    );
}

const isEverybodys = (sign: Sign, all: Pick<Signs, 'left' | 'stayed'>): boolean =>
  sign.left === all.left && sign.stayed === all.stayed;

const named = ({ sign }: Rated, asked: string): string =>
  sign.workflow === asked
    ? activityWords(sign.workflow, sign.activity)
    : `${activityWords(sign.workflow, sign.activity)} (${workflowWords(sign.workflow).toLowerCase()})`;

const liftWords = (lift: Ratio): string =>
  lift.value === null ? 'none who stayed' : figureWords(lift.value, 'ratio');

interface ChurnProps {
  found: Signs;
  /** The workflow in which leaving is told. */
  workflow: string;
}

/** What those who left had more often before than those who stayed. */
export function ChurnAnswer({ found, workflow }: ChurnProps) {
  const { left, stayed } = found;
  const of = `${workflowWords(workflow).toLowerCase()}`;
  if (left === 0)
    return (
      <p>
        Nobody left in what is asked about ({many(stayed, 'stayed', 'stayed')}, by {of}).
      </p>
    );
  if (stayed === 0)
    return <p>All {left} left in what is asked about: there is nobody to compare them with.</p>;
  const [first] = rated(found);
  const both = `${many(left, 'customer')} left, ${stayed} stayed, by ${of}.`;
  const low = first?.lift.interval?.[0] ?? 0;
  if (!first || low <= 1)
    return (
      <p>
        No action sets those who left clearly apart from those who stayed: every interval reaches down to 1 or
        below. {both}
      </p>
    );
  const { sign, lift } = first;
  return (
    <p>
      <strong className="font-semibold">{named(first, workflow)}</strong> comes before leaving most clearly:{' '}
      {sign.left} of {left} who left had it ({share(sign.left / left)}), {sign.stayed} of {stayed} who stayed
      ({share(sign.stayed / stayed)})
      {lift.value === null ? '' : `, ${figureWords(lift.value, 'ratio')} as often`}. {both} This is
      association, not cause.
    </p>
  );
}

/** As many signs as the chart shows. */
const mostBars = 12;

export function ChurnCharts({ found, workflow, address }: ChurnProps & { address: AnalyticsAddress }) {
  const { left, stayed } = found;
  const rows = rated(found);
  const asked = { ...address, workflow };
  const cell = (sign: Sign | null, only: 'left' | 'stayed') =>
    recordsHref(asked, {
      of: 'churn',
      by: 'activity',
      in: sign?.workflow ?? null,
      row: sign?.activity ?? null,
      only,
    });
  const data: ChartData = {
    of: 'Action',
    series: [{ label: 'Lift', unit: 'ratio' }],
    notes: 'Who had it',
    marks: rows
      .filter(({ sign, lift }) => lift.value !== null && !isEverybodys(sign, found))
      .slice(0, mostBars)
      .map((row) => ({
        label: named(row, workflow),
        values: [row.lift.value],
        hrefs: [row.sign.left > 0 ? cell(row.sign, 'left') : null],
        interval: row.lift.interval,
        note: `${row.sign.left} of ${left} left, ${row.sign.stayed} of ${stayed} stayed`,
      })),
  };
  if (left === 0 && stayed === 0)
    return <NothingFound title="Nobody who left or stayed" path="/analytics/churn" address={address} />;
  const empty = 'There is no action that tells those who left from those who stayed.';
  return (
    <>
      <Chart kind="rows" title="How much more often those who left had it" data={data} empty={empty}>
        Lift against those who stayed: above 1 it comes more often before leaving. With 95 % confidence
        intervals. What everybody had is left out.
      </Chart>
      <FiguresTable
        title="By action"
        of="Action"
        columns={[
          'Of those who left',
          'Share',
          'Of those who stayed',
          'Share of them',
          'Lift',
          '95 % interval',
        ]}
        empty={empty}
        rows={[
          ...rows.map((row) => ({
            key: `${row.sign.workflow} ${row.sign.activity}`,
            name: named(row, workflow),
            figures: [
              counted(row.sign.left, cell(row.sign, 'left'), `who left, ${named(row, workflow)}`),
              plain(left > 0 ? share(row.sign.left / left) : '–'),
              counted(row.sign.stayed, cell(row.sign, 'stayed'), `who stayed, ${named(row, workflow)}`),
              plain(stayed > 0 ? share(row.sign.stayed / stayed) : '–'),
              plain(liftWords(row.lift)),
              between(row.lift.interval, 'ratio'),
            ],
          })),
          {
            key: 'all',
            name: 'Everybody',
            figures: [
              counted(left, cell(null, 'left'), 'who left'),
              plain(''),
              counted(stayed, cell(null, 'stayed'), 'who stayed'),
              plain(''),
              plain(''),
              plain(''),
            ],
          },
        ]}
      />
    </>
  );
}

export function ChurnDefinition({ workflow }: { workflow: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p>
        Counted by customer, or by record where a record names none: everybody with{' '}
        {workflowWords(workflow).toLowerCase()}. <strong>Who left</strong> in the period is compared with{' '}
        <strong>who stayed</strong> until its end; who left before it is left out. An action counts for who
        left if it came before they did, on any record of theirs; for who stayed, if it came by the end.
      </p>
      <p>
        <strong>Lift</strong> is the share of those who left that had the action before, divided by the share
        of those who stayed that had it. Its interval is worked out on the logarithm’s scale (Katz).
      </p>
      <p>
        This is association: customers who are about to leave differ in more than what was done, and who has
        been there for longer has had more done.
      </p>
    </div>
  );
}
