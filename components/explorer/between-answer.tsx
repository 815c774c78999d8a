import type { Between, ExplorerNumber } from '@/lib/explorer/question';
import { durationWords, figureWords } from '@/lib/figure-words';
import { Figures } from '../analytics/figures';
import { Chart } from '../charts/chart';
import type { HrefOf } from './answer-words';

interface BetweenAnswerProps {
  answer: Between;
  hrefOf: HrefOf;
}

/** How long it took: the numbers and the distribution. */
export function BetweenAnswer({ answer, hrefOf }: BetweenAnswerProps) {
  const { first, pairs, percentiles, mean, bins } = answer;
  const median = percentiles.find(({ percent }) => percent === 50)?.seconds ?? null;
  const upTo = (most: number): ExplorerNumber => ({ kind: 'took', least: 0, below: null, most });
  const medianBin = bins.findIndex(
    ({ least, below }) => median !== null && median >= least && (below === null || median < below),
  );
  const all: ExplorerNumber = { kind: 'took', least: 0, below: null, most: null };
  return (
    <>
      <Figures
        figures={[
          {
            label: 'Median',
            value: median === null ? '–' : durationWords(median),
            note: 'half took no longer',
            href: median === null ? null : hrefOf(upTo(median), pairs),
          },
          {
            label: 'Mean',
            value: mean === null ? '–' : durationWords(mean),
            href: hrefOf(all, pairs),
          },
          { label: 'Came to it', value: figureWords(pairs, 'count'), href: hrefOf(all, pairs) },
          {
            label: 'Never came to it',
            value: figureWords(first - pairs, 'count'),
            href: hrefOf({ kind: 'never' }, first - pairs),
          },
        ]}
      />
      <Chart
        kind="histogram"
        title="How long it took"
        empty="The first event was never followed by the second. Choose others, or another period."
        named={medianBin < 0 ? [] : [{ mark: medianBin, label: 'median' }]}
        data={{
          of: 'Time',
          series: [{ label: 'Times', unit: 'count' }],
          marks: bins.map(({ least, below, count }) => ({
            label:
              below === null
                ? `${durationWords(least)} or more`
                : `${durationWords(least)} to ${durationWords(below)}`,
            values: [count],
            hrefs: [hrefOf({ kind: 'took', least, below, most: null }, count)],
          })),
        }}
      >
        How many took how long. A bar begins with its lower end and reaches up to its upper end, without it.
      </Chart>
      <Chart
        kind="rows"
        title="Percentiles"
        empty="There are no times to tell percentiles of."
        data={{
          of: 'Share of times',
          series: [{ label: 'Took no longer than', unit: 'seconds' }],
          marks: percentiles.flatMap(({ percent, seconds }) =>
            seconds === null
              ? []
              : [{ label: `${percent} %`, values: [seconds], hrefs: [hrefOf(upTo(seconds), pairs)] }],
          ),
        }}
      >
        So many of a hundred took no longer than this.
      </Chart>
    </>
  );
}
