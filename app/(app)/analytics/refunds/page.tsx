import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { requirePerson } from '@/app/session';
import { QuestionFilters } from '@/components/analytics/question-filters';
import { QuestionPage } from '@/components/analytics/question-page';
import { RefundPathsCompared, readPathsText } from '@/components/analytics/refund-paths';
import { RefundsAnswer, RefundsCharts, RefundsDefinition } from '@/components/analytics/refunds';
import { readRefundsByPath } from '@/db/analytics/refund-paths';
import { readRefundsByProcess } from '@/db/analytics/refunds';
import { analyticsDatabase } from '@/db/client';
import { countedSentence } from '../moment-words';
import { readQuestion } from '../read-question';

export const metadata: Metadata = { title: 'Which workflow causes most refunds?' };

/** The first question: refunds by business path, and by the path of acts that led to them. */
export default async function RefundsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePerson();
  const db = analyticsDatabase();
  const params = await searchParams;
  const asked = await readQuestion(db, params);
  const { paths, texts, unread } = readPathsText(params);
  const { filters, named, address, controls } = asked;
  const [processes, found] = await Promise.all([
    readRefundsByProcess(db, filters, named),
    readRefundsByPath(db, { filters, named, paths }),
  ]);
  return (
    <QuestionPage
      title="Which workflow causes most refunds?"
      path="/analytics/refunds"
      address={address}
      controls={{ ...controls, unread: [...controls.unread, ...unread] }}
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
          own={texts}
        >
          {texts.paths === '' ? null : <input type="hidden" name="paths" value={texts.paths} />}
        </QuestionFilters>
      }
    >
      <RefundsCharts processes={processes} address={address} />
      <RefundPathsCompared {...{ found, paths, address }} />
    </QuestionPage>
  );
}
