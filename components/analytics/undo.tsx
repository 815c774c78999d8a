import { activityWords, workflowWords } from '@/lib/analytics/act-words';
import type { UndosOfActivity, UndosOfPerson } from '@/lib/analytics/answers';
import { figureWords } from '@/lib/figure-words';
import { Chart } from '../charts/chart';
import type { ChartData } from '../charts/chart-data';
import { type AnalyticsAddress, recordsHref } from './analytics-address';
import { counted, FiguresTable, plain } from './figures-table';
import { NothingFound } from './nothing-found';
import { many, share } from './question-words';

const after = (seconds: number): string => figureWords(seconds, 'seconds');

interface UndoProps {
  activities: readonly UndosOfActivity[];
  people: readonly UndosOfPerson[];
}

const namer = (rows: readonly UndosOfActivity[]) => {
  const several = new Set(rows.map(({ workflow }) => workflow)).size > 1;
  return ({ workflow, activity }: UndosOfActivity) =>
    several
      ? `${activityWords(workflow, activity)} (${workflowWords(workflow).toLowerCase()})`
      : activityWords(workflow, activity);
};

/** What is undone most, who undoes most, and how soon. */
export function UndoAnswer({ activities, people }: UndoProps) {
  const [most] = activities;
  const [who] = people;
  if (!most || !who) return <p>Nothing is undone in what is asked about.</p>;
  return (
    <p>
      <strong className="font-semibold">{namer(activities)(most)}</strong> is undone most:{' '}
      {many(most.undos, 'time')}, half of them within {after(most.median)}. {who.name} undoes most (
      {many(who.undos, 'event')}, {who.others} of them somebody else’s).
    </p>
  );
}

/** As many bars as the chart shows. */
const mostBars = 12;

export function UndoCharts({ activities, people, address }: UndoProps & { address: AnalyticsAddress }) {
  const name = namer(activities);
  const cell = ({ workflow, activity }: UndosOfActivity, only: string) =>
    recordsHref(address, { of: 'undo', by: 'activity', in: workflow, row: activity, only });
  const by = ({ id }: UndosOfPerson, only: string) =>
    recordsHref(address, { of: 'undo', by: 'person', row: id, only });
  const counts: ChartData = {
    of: 'What was undone',
    series: [{ label: 'Undone', unit: 'count' }],
    marks: activities.slice(0, mostBars).map((row) => ({
      label: name(row),
      values: [row.undos],
      hrefs: [cell(row, 'all')],
    })),
  };
  const times: ChartData = {
    of: 'What was undone',
    series: [{ label: 'Median time until it was undone', unit: 'seconds' }],
    marks: activities.slice(0, mostBars).map((row) => ({ label: name(row), values: [row.median] })),
  };
  if (activities.length === 0)
    return <NothingFound title="Nothing is undone" path="/analytics/undo" address={address} />;
  const empty = 'Nothing is undone in what is asked about.';
  return (
    <>
      <div className="grid min-w-0 gap-4 @4xl:grid-cols-2">
        <Chart kind="rows" title="What is undone most" data={counts} empty={empty}>
          How often each kind of event was undone.
        </Chart>
        <Chart kind="rows" title="How long after" data={times} empty={empty}>
          The middle one of all times between the event and its undo.
        </Chart>
      </div>
      <FiguresTable
        title="By what was undone"
        of="Event"
        columns={[
          'Undone',
          'Done at all',
          'Undone of these',
          'Somebody else’s',
          'Median after',
          '75 % within',
          '90 % within',
          '99 % within',
        ]}
        empty={empty}
        rows={activities.map((row) => ({
          key: `${row.workflow} ${row.activity}`,
          name: name(row),
          figures: [
            counted(row.undos, cell(row, 'all'), `undone, ${name(row)}`),
            counted(row.done, cell(row, 'done'), `done at all, ${name(row)}`),
            plain(row.done > 0 ? share(row.undos / row.done) : '–'),
            counted(row.others, cell(row, 'others'), `of somebody else’s, ${name(row)}`),
            plain(after(row.median)),
            plain(after(row.quarters)),
            plain(after(row.ninety)),
            plain(after(row.longest)),
          ],
        }))}
      />
      <FiguresTable
        title="By whom"
        of="Person"
        columns={['Undone', 'Somebody else’s', 'Median after']}
        empty={empty}
        rows={people.map((row) => ({
          key: row.id,
          name: row.name,
          figures: [
            counted(row.undos, by(row, 'all'), `undone by ${row.name}`),
            counted(row.others, by(row, 'others'), `of somebody else’s, undone by ${row.name}`),
            plain(after(row.median)),
          ],
        }))}
      />
    </>
  );
}

export function UndoDefinition() {
  return (
    <div className="flex flex-col gap-2">
      <p>
        Each event that takes another one’s effect away counts, whichever button it came from: undo, a
        cascade, a restore or many records at once. <strong>How long after</strong> is the time since the
        event that it took back, or since that was put back last. <strong>Done at all</strong> are all events
        of the kind in the same period, whether taken back or not; <strong>undone of these</strong> is the
        share.
      </p>
      <p>
        By default an undo counts while it is in force; with undone events counted too, undos that somebody
        put back count as well.
      </p>
    </div>
  );
}
