import type { Who } from '@/lib/explorer/question';
import { figureWords } from '@/lib/figure-words';
import { Figures } from '../analytics/figures';
import { Chart } from '../charts/chart';
import type { AnswerNames, HrefOf } from './answer-words';

interface WhoAnswerProps {
  answer: Who;
  names: AnswerNames;
  hrefOf: HrefOf;
}

/** Who did how much. */
export function WhoAnswer({ answer, names, hrefOf }: WhoAnswerProps) {
  const { acts, people } = answer;
  return (
    <>
      <Figures
        figures={[
          { label: 'Times', value: figureWords(acts, 'count'), href: hrefOf({ kind: 'first' }, acts) },
          // Those are no records: each stands below with theirs.
          { label: 'People and programs', value: figureWords(people.length, 'count') },
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
            hrefs: [hrefOf({ kind: 'by', person }, times), hrefOf({ kind: 'recordsBy', person }, records)],
          })),
        }}
      >
        How often each of them did it, and on how many records.
      </Chart>
    </>
  );
}
