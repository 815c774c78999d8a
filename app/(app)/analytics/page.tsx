import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { questionHref } from '@/components/analytics/analytics-address';
import { AnalyticsTabs } from '@/components/analytics/analytics-tabs';
import { ChurnAnswer } from '@/components/analytics/churn';
import { FailedPaymentsAnswer } from '@/components/analytics/failed-payments';
import { QuestionCard } from '@/components/analytics/question-card';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { RefundsAnswer } from '@/components/analytics/refunds';
import { UndoAnswer } from '@/components/analytics/undo';
import { PageHeader } from '@/components/shell/page-header';
import { UnreadNotice } from '@/components/ui/unread-notice';
import { readSigns } from '@/db/analytics/churn';
import { readRemedies } from '@/db/analytics/failed-payments';
import { readRefundsByProcess } from '@/db/analytics/refunds';
import { readUndosByActivity, readUndosByPerson } from '@/db/analytics/undos';
import { analyticsDatabase } from '@/db/client';
import { askedOfChurn } from './churn/asked-of-churn';
import { countedSentence } from './moment-words';
import { readQuestion } from './read-question';

export const metadata: Metadata = { title: 'Analytics' };

/** The questions with their answers in a sentence each. */
export default async function AnalyticsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const asked = await readQuestion(db, await searchParams);
  const { filters, named, address, controls, days } = asked;
  const { workflow } = askedOfChurn(asked);
  const [processes, remedies, signs, activities, people] = await Promise.all([
    readRefundsByProcess(db, filters, named),
    readRemedies(db, { ...filters, days }, named),
    readSigns(db, { ...filters, workflow }, named),
    readUndosByActivity(db, filters),
    readUndosByPerson(db, filters),
  ]);
  const href = (page: Parameters<typeof questionHref>[0]) => questionHref(page, address);
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader title="Analytics" description={countedSentence(asked)} />
      <AnalyticsTabs current="/analytics" href={href} />
      <UnreadNotice parts={controls.unread} />
      <div className="grid gap-4 @3xl:grid-cols-2">
        <QuestionCard title="Which workflow causes most refunds?" href={href('refunds')}>
          <RefundsAnswer processes={processes} />
        </QuestionCard>
        <QuestionCard
          title="Which support action usually fixes failed payments?"
          href={href('failed-payments')}
        >
          <FailedPaymentsAnswer found={remedies} days={days} />
        </QuestionCard>
        <QuestionCard title="Which user actions predict churn?" href={href('churn')}>
          <ChurnAnswer found={signs} workflow={workflow} />
        </QuestionCard>
        <QuestionCard title="What is undone, by whom, and how long after?" href={href('undo')}>
          <UndoAnswer activities={activities} people={people} />
        </QuestionCard>
      </div>
      <QuestionFilters
        action="/analytics"
        address={address}
        controls={controls}
        days="A payment must follow within so many days."
        person="As each question says on its page."
        period="As each question says on its page."
      />
    </div>
  );
}
