import type { ExplorerNumber, Who } from '@/lib/explorer/question';
import { figureWords } from '@/lib/figure-words';
import { Figures } from '../analytics/figures';
import { Chart } from '../charts/chart';
import type { AnswerNames } from './answer-words';

interface WhoAnswerProps {
  answer: Who;
  names: AnswerNames;
  hrefOf(number: ExplorerNumber): string;
}

/** Who did how much. */
export function WhoAnswer({ answer, names, hrefOf }: WhoAnswerProps) {
  const { acts, people } = answer;
  return (
    <>
      <Figures
        figures={[
          { label: 'Times', value: figureWords(acts, 'count'), href: hrefOf({ kind: 'first' }) },
          {
            label: 'People and programs',
            value: figureWords(people.length, 'count'),
            href: hrefOf({ kind: 'first' }),
          },
        ]}
      />
      <Chart
        kind="rows"
        title="Who did it"
        empty="Nobody did it. Choose another event, or another period."
        table="beside"
        data={{
          of: 'Person',
          series: [
            { label: 'Times', unit: 'count' },
            { label: `${names.many.charAt(0).toUpperCase()}${names.many.slice(1)}`, unit: 'count' },
          ],
          notes: 'Share of all times',
          marks: people.map(({ person, acts: times, records }) => ({
            label: names.person(person),
            values: [times, records],
            note: figureWords(times / acts, 'share'),
            hrefs: [hrefOf({ kind: 'by', person }), hrefOf({ kind: 'recordsBy', person })],
          })),
        }}
      >
        How often each of them did it, and on how many records.
      </Chart>
    </>
  );
}
