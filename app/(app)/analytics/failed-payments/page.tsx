import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import {
  FailedPaymentsAnswer,
  FailedPaymentsCharts,
  FailedPaymentsDefinition,
} from '@/components/analytics/failed-payments';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { QuestionPage } from '@/components/analytics/question-page';
import { readRemedies } from '@/db/analytics/failed-payments';
import { analyticsDatabase } from '@/db/client';
import { countedSentence } from '../moment-words';
import { readQuestion } from '../read-question';

export const metadata: Metadata = { title: 'Which support action usually fixes failed payments?' };

/** The second question: what is done after failed payments, and how often a payment follows. */
export default async function FailedPaymentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const asked = await readQuestion(db, await searchParams);
  const { filters, named, address, controls, days } = asked;
  const found = await readRemedies(db, { ...filters, days }, named);
  return (
    <QuestionPage
      title="Which support action usually fixes failed payments?"
      path="/analytics/failed-payments"
      address={address}
      controls={controls}
      counted={countedSentence(asked)}
      answer={<FailedPaymentsAnswer found={found} days={days} />}
      definition={<FailedPaymentsDefinition days={days} />}
      filters={
        <QuestionFilters
          action="/analytics/failed-payments"
          address={address}
          controls={controls}
          days="A payment must follow within so many days."
          person="What they did; the base rate stays that of all."
          period="Payments that failed on these days."
        />
      }
    >
      <FailedPaymentsCharts found={found} days={days} address={address} />
    </QuestionPage>
  );
}
