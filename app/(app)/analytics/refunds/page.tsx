import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { QuestionPage } from '@/components/analytics/question-page';
import { RefundsAnswer, RefundsCharts, RefundsDefinition } from '@/components/analytics/refunds';
import { readRefundsByProcess, readRefundsByTrail } from '@/db/analytics/refunds';
import { database } from '@/db/client';
import { countedSentence } from '../moment-words';
import { readQuestion } from '../read-question';

export const metadata: Metadata = { title: 'Which workflow causes most refunds?' };

/** The first question: refunds by business path, and by the path of acts that led to them. */
export default async function RefundsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = database();
  const asked = await readQuestion(db, await searchParams);
  const { filters, named, address, controls } = asked;
  const [processes, trails] = await Promise.all([
    readRefundsByProcess(db, filters, named),
    readRefundsByTrail(db, filters, named),
  ]);
  return (
    <QuestionPage
      title="Which workflow causes most refunds?"
      path="/analytics/refunds"
      address={address}
      controls={controls}
      counted={countedSentence(asked)}
      answer={<RefundsAnswer processes={processes} />}
      definition={<RefundsDefinition />}
      filters={
        <QuestionFilters
          action="/analytics/refunds"
          address={address}
          controls={controls}
          person="Records that they worked on."
          period="Payments and refunds of these days."
        />
      }
    >
      <RefundsCharts processes={processes} trails={trails} address={address} />
    </QuestionPage>
  );
}
