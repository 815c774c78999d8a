import { type Interval, shareInterval } from '@/lib/analytics/figures';
import type { Follows, Question } from '@/lib/explorer/question';
import { durationWords, figureWords } from '@/lib/figure-words';
import { Figures } from '../analytics/figures';
import { Chart } from '../charts/chart';
import { type AnswerNames, actWords, type HrefOf } from './answer-words';

interface FollowsAnswerProps {
  answer: Follows;
  question: Extract<Question, { ask: 'follows' }>;
  names: AnswerNames;
  hrefOf: HrefOf;
}

/** So many people are compared; more would be no chart any more. */
const mostPeople = 15;

/** How often B followed A within the days, how fast, and whose. */
export function FollowsAnswer({ answer, question, names, hrefOf }: FollowsAnswerProps) {
  const { first, counted, followed, median, within, people } = answer;
  const then = actWords(names, question.second);
  const share = counted > 0 ? followed / counted : null;
  const count = (value: number) => figureWords(value, 'count');
  return (
    <>
      <Figures
        figures={[
          {
            label: `Followed by ${then}`,
            value: share === null ? '–' : figureWords(share, 'share'),
            note: intervalNote(shareInterval(followed, counted)),
            href: hrefOf({ kind: 'followed' }, followed),
          },
          { label: 'Followed in time', value: count(followed), href: hrefOf({ kind: 'followed' }, followed) },
          {
            label: 'Not followed in time',
            value: count(counted - followed),
            href: hrefOf({ kind: 'unfollowed' }, counted - followed),
          },
          {
            label: 'Too young to tell',
            value: count(first - counted),
            href: hrefOf({ kind: 'young' }, first - counted),
          },
          {
            label: 'Median time until then',
            value: median === null ? '–' : durationWords(median),
            href: hrefOf({ kind: 'followed' }, followed),
          },
        ]}
      />
      <Chart
        kind="area"
        title="Followed within so many days"
        empty="Nothing happened whose days are over. Choose fewer days, or another period."
        data={{
          of: 'Within days',
          series: [{ label: 'Share followed', unit: 'share' }],
          notes: 'Followed',
          marks:
            counted === 0
              ? []
              : within.map(({ days, followed: until }) => ({
                  label: String(days),
                  values: [until / counted],
                  interval: shareInterval(until, counted),
                  note: `${count(until)} of ${count(counted)}`,
                  hrefs: [hrefOf({ kind: 'within', days }, until)],
                })),
        }}
      >
        The share of those whose days are over that had been followed after so many days. The interval holds
        the true share in 95 of 100 cases.
      </Chart>
      <Chart
        kind="rows"
        title="By who did the first event"
        empty="Nobody did it in a time whose days are over."
        data={{
          of: 'Person',
          series: [{ label: 'Share followed', unit: 'share' }],
          notes: 'Followed',
          marks: people.slice(0, mostPeople).map((row) => ({
            label: names.person(row.person),
            values: [row.followed / row.counted],
            interval: shareInterval(row.followed, row.counted),
            note: `${count(row.followed)} of ${count(row.counted)}`,
            hrefs: [hrefOf({ kind: 'by', person: row.person }, row.counted)],
          })),
        }}
      >
        How often {then} followed, by who did the first event: it says what came after, not what it came from.
      </Chart>
    </>
  );
}

function intervalNote(interval: Interval | null): string | undefined {
  return interval
    ? `${figureWords(interval[0], 'share')} to ${figureWords(interval[1], 'share')}`
    : undefined;
}
