import type { Metadata } from 'next';
import { runSubscriptionCommand } from '@/app/actions/subscriptions';
import { NewRecordPage } from '@/app/new-record-page';
import { NewSubscription } from '@/components/subscription/new-subscription';
import { subscriptionList } from '@/components/subscription/subscription-list';

export const metadata: Metadata = { title: subscriptionList.create.label };

/** Starts a subscription. */
export default function NewSubscriptionPage() {
  return (
    <NewRecordPage
      kind={subscriptionList}
      form={(currencies) => <NewSubscription currencies={currencies} runCommand={runSubscriptionCommand} />}
    />
  );
}
