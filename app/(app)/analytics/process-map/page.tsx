import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { EvidenceList } from '@/components/analytics/evidence-list';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { QuestionPage } from '@/components/analytics/question-page';
import { mapHref, mapPath, readMapTexts } from '@/components/process-map/map-texts';
import { mapNumberWords, mapSentence } from '@/components/process-map/map-words';
import { ProcessMap } from '@/components/process-map/process-map';
import { VariantTable } from '@/components/process-map/variant-table';
import { readBehindMap, readProcessGraph, readVariants } from '@/db/analytics/process-map';
import { analyticsDatabase } from '@/db/client';
import { activityWords } from '@/lib/analytics/act-words';
import { countedSentence } from '../moment-words';
import { readExploring } from '../read-exploring';
import { tellEvidence } from '../tell-evidence';

export const metadata: Metadata = { title: 'Process map' };

/** As many variants as are listed. */
const mostVariants = 20;

/** What happens directly after what, over many records of a kind. */
export default async function ProcessMapRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const params = await searchParams;
  const exploring = await readExploring(db, params);
  const { address, controls, explored, workflows, many } = exploring;
  const { texts, number, unread } = readMapTexts(params);
  const [graph, variants, evidence] = await Promise.all([
    readProcessGraph(db, explored, { medians: texts.show === 'times' }),
    readVariants(db, explored, mostVariants),
    number && readBehindMap(db, explored, number),
  ]);
  const told = evidence && (await tellEvidence(db, evidence));
  const wordsOf = (activity: string) => activityWords(explored.workflow, activity);
  const labels = Object.fromEntries(graph.activities.map(({ name }) => [name, wordsOf(name)]));
  return (
    <QuestionPage
      title="Process map"
      path={mapPath}
      address={address}
      controls={{ ...controls, unread: [...controls.unread, ...unread] }}
      answer={mapSentence({ graph, variants, many, wordsOf })}
      counted={countedSentence(exploring)}
      filters={
        <QuestionFilters
          action={mapPath}
          address={{ ...address, days: null }}
          controls={controls}
          workflows={workflows}
          own={{ show: texts.show }}
          period="When the record began."
          person="Did something on the record."
        >
          {texts.show === '' ? null : <input type="hidden" name="show" value={texts.show} />}
        </QuestionFilters>
      }
      definition={
        <>
          <p>
            A path says how often one event was directly followed by another on the same record, and in how
            long half of these times. A record begins with its first event that counts and ends with its last.
            The filters choose whole records: those that began in the period, that were the customer’s at any
            time, and on which the person did something.
          </p>
          <p className="mt-2">
            The sliders keep the most frequent activities and paths. What is needed so that every activity
            still lies on a way from a beginning to an end stays as well, and the numbers stay as they are:
            what is hidden is not counted elsewhere.
          </p>
        </>
      }
    >
      {told && number ? (
        <EvidenceList
          title={mapNumberWords(number, { many, wordsOf })}
          closeHref={mapHref(address, texts)}
          {...told}
        />
      ) : null}
      {graph.activities.length > 0 ? (
        <>
          <ProcessMap {...{ graph, labels, address, texts }} />
          <VariantTable
            variants={variants}
            many={many}
            wordsOf={wordsOf}
            hrefOf={(of) => mapHref(address, texts, of)}
          />
        </>
      ) : null}
    </QuestionPage>
  );
}
