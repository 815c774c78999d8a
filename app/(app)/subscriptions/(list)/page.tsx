import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { RecordListPage } from '@/app/record-list-page';
import { subscriptionList } from '@/components/subscription/subscription-list';

export const metadata: Metadata = { title: subscriptionList.title };

/** Every subscription. */
export default function SubscriptionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <RecordListPage kind={subscriptionList} searchParams={searchParams} />;
}
