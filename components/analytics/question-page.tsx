import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHeader } from '../shell/page-header';
import { Card } from '../ui/card';
import { UnreadNotice } from '../ui/unread-notice';
import { type AnalyticsAddress, questionHref } from './analytics-address';
import { AnalyticsTabs } from './analytics-tabs';
import type { QuestionControls } from './question-filters';

interface QuestionPageProps {
  title: string;
  path: string;
  address: AnalyticsAddress;
  controls: QuestionControls;
  /** The answer in a sentence or two. */
  answer: ReactNode;
  filters: ReactNode;
  /** Says whether undone events count, and up to when. */
  counted: string;
  children: ReactNode;
  /** What is counted, and how. */
  definition: ReactNode;
}

/** A question with its answer in words first; then its filters, pictures and numbers, and what they mean. */
export function QuestionPage(props: QuestionPageProps) {
  const { title, path, address, controls, answer, filters, counted, children, definition } = props;
  return (
    <div className="@container flex flex-col gap-4 px-page py-5">
      <PageHeader title={title} />
      <AnalyticsTabs current={path} href={(page) => questionHref(page, { ...address, days: null })} />
      <UnreadNotice parts={controls.unread} />
      <Card className="p-4">
        <h2 className="sr-only">Answer</h2>
        <div role="status" className="max-w-3xl text-body text-ink">
          {answer}
        </div>
        <p className="mt-1 text-dense text-ink-2">{counted}</p>
      </Card>
      {filters}
      {children}
      <Card className="max-w-4xl p-4 text-dense text-ink-2">
        <h2 className="mb-1 text-emphasis font-semibold text-ink">What is counted</h2>
        {definition}
        <p className="mt-2">
          <Link href="/analytics/outcomes" className="inline-block min-h-6 text-accent underline">
            Which events count as what
          </Link>
        </p>
      </Card>
    </div>
  );
}
