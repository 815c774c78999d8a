import { revertOnSubscription, runSubscriptionCommand } from '@/app/actions/subscriptions';
import { openPage, type RecordPageParams, recordMetadata } from '@/app/record-pages';
import { NotYet } from '@/components/history/not-yet';
import { SubscriptionRecord } from '@/components/subscription/subscription-record';
import { database } from '@/db/client';
import { readLinkableInvoices } from '@/db/linked-records';
import type { Subscription } from '@/lib/subscription/subscription';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';

export const generateMetadata = ({ params }: RecordPageParams) =>
  recordMetadata(subscriptionWorkflow, params);

/** One subscription at any moment of its record. */
export default async function SubscriptionPage(asked: RecordPageParams) {
  const page = await openPage<Subscription>(subscriptionWorkflow, asked);
  if (!page) return null;
  const { opening, person, state, title, path } = page;
  if (opening.kind === 'not_yet') return <NotYet {...opening} title={title} href={path} />;
  return (
    <SubscriptionRecord
      person={person}
      opened={opening.opened}
      choices={{ invoices: await readLinkableInvoices(database(), state.customer.id) }}
      runCommand={runSubscriptionCommand}
      runRevert={revertOnSubscription}
    />
  );
}
