import { ListSkeleton } from '@/components/record-list/list-skeleton';
import { subscriptionList } from '@/components/subscription/subscription-list';

/** The outline of the list while its rows are on their way. */
export default function SubscriptionsLoading() {
  return <ListSkeleton title={subscriptionList.title} controls={3} totals />;
}
