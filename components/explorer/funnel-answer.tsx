import { activityWords } from '@/lib/analytics/act-words';
import { shareInterval } from '@/lib/analytics/figures';
import type { FunnelStep } from '@/lib/explorer/question';
import { durationWords, figureWords } from '@/lib/figure-words';
import { Figures } from '../analytics/figures';
import { Chart } from '../charts/chart';
import type { AnswerNames, HrefOf } from './answer-words';

interface FunnelAnswerProps {
  answer: readonly FunnelStep[];
  names: AnswerNames;
  hrefOf: HrefOf;
}

/** How many records came how far, where they were left, and how long it took. */
export function FunnelAnswer({ answer, names, hrefOf }: FunnelAnswerProps) {
  const first = answer[0]?.records ?? 0;
  const last = answer.at(-1);
  const ended = last?.records ?? 0;
  const count = (value: number) => figureWords(value, 'count');
  const steps = answer.map(({ activity, ...step }, index) => ({
    ...step,
    number: index + 1,
    label: `${index + 1}. ${activityWords(names.workflow, activity)}`,
    before: answer[index - 1]?.records ?? step.records,
  }));
  const later = steps.slice(1);
  return (
    <>
      <Figures
        figures={[
          { label: 'Began', value: count(first), href: hrefOf({ kind: 'reached', step: 1 }, first) },
          {
            label: 'Came to the end',
            value: count(ended),
            href: hrefOf({ kind: 'reached', step: answer.length }, ended),
          },
          {
            label: 'Of those that began',
            value: first > 0 ? figureWords(ended / first, 'share') : '–',
            href: hrefOf({ kind: 'reached', step: answer.length }, ended),
          },
          {
            label: 'Median from first to last',
            value: typeof last?.sinceFirst === 'number' ? durationWords(last.sinceFirst) : '–',
            href: hrefOf({ kind: 'reached', step: answer.length }, ended),
          },
        ]}
      />
      <Chart
        kind="rows"
        title="How far they came"
        empty="No record had the first event. Choose another one, or another period."
        data={{
          of: 'Step',
          series: [{ label: 'Of those that began', unit: 'share' }],
          notes: `${names.many.charAt(0).toUpperCase()}${names.many.slice(1)}`,
          marks:
            first === 0
              ? []
              : steps.map(({ label, records, number }) => ({
                  label,
                  values: [records / first],
                  interval: number === 1 ? null : shareInterval(records, first),
                  note: `${count(records)} of ${count(first)}`,
                  hrefs: [hrefOf({ kind: 'reached', step: number }, records)],
                })),
        }}
      >
        The share of those that began which came to each step. The interval holds the true share in 95 of 100
        cases.
      </Chart>
      <Chart
        kind="bars"
        title="Left before the step"
        empty="There is no later step."
        data={{
          of: 'Step',
          series: [{ label: 'Left before it', unit: 'count' }],
          notes: 'Of those at the step before',
          marks: later.map(({ label, records, before, number }) => ({
            label,
            values: [before - records],
            note: before > 0 ? figureWords((before - records) / before, 'share') : '–',
            hrefs: [hrefOf({ kind: 'left', step: number }, before - records)],
          })),
        }}
      >
        How many came to the step before and no further.
      </Chart>
      <Chart
        kind="bars"
        title="Time between the steps"
        empty="There is no later step."
        data={{
          of: 'Step',
          series: [
            { label: 'Median since the step before', unit: 'seconds' },
            { label: 'Median since the first', unit: 'seconds' },
          ],
          marks: later.map(({ label, sinceBefore, sinceFirst, records, number }) => ({
            label,
            values: [sinceBefore, sinceFirst],
            hrefs: [
              hrefOf({ kind: 'reached', step: number }, records),
              hrefOf({ kind: 'reached', step: number }, records),
            ],
          })),
        }}
      >
        Half of those that came to a step took no longer.
      </Chart>
    </>
  );
}
