import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { ChurnAnswer, ChurnCharts, ChurnDefinition } from '@/components/analytics/churn';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { QuestionPage } from '@/components/analytics/question-page';
import { readSigns } from '@/db/analytics/churn';
import { analyticsDatabase } from '@/db/client';
import { countedSentence } from '../moment-words';
import { readQuestion } from '../read-question';
import { askedOfChurn } from './asked-of-churn';

export const metadata: Metadata = { title: 'Which user actions predict churn?' };

/** The third question: what those who left had before, against those who stayed. */
export default async function ChurnPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const asked = await readQuestion(db, await searchParams);
  const { filters, named, address, controls } = asked;
  const { workflow, choices } = askedOfChurn(asked);
  const found = await readSigns(db, { ...filters, workflow }, named);
  return (
    <QuestionPage
      title="Which user actions predict churn?"
      path="/analytics/churn"
      address={address}
      controls={controls}
      counted={countedSentence(asked)}
      answer={<ChurnAnswer found={found} workflow={workflow} />}
      definition={<ChurnDefinition workflow={workflow} />}
      filters={
        <QuestionFilters
          action="/analytics/churn"
          address={{ ...address, workflow }}
          controls={controls}
          workflows={choices}
          person="Actions of theirs."
          period="Who left on these days."
        />
      }
    >
      <ChurnCharts found={found} workflow={workflow} address={address} />
    </QuestionPage>
  );
}
