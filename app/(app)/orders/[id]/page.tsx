import { revertOnOrder, runOrderCommand } from '@/app/actions/orders';
import { openPage, type RecordPageParams, recordMetadata } from '@/app/record-pages';
import { NotYet } from '@/components/history/not-yet';
import { OrderRecord } from '@/components/order/order-record';
import { database } from '@/db/client';
import { readLinkableInvoices } from '@/db/linked-records';
import type { Order } from '@/lib/order/order';
import { orderWorkflow } from '@/lib/order/workflow';

export const generateMetadata = ({ params }: RecordPageParams) => recordMetadata(orderWorkflow, params);

/** One order at any moment of its record. */
export default async function OrderPage(asked: RecordPageParams) {
  const page = await openPage<Order>(orderWorkflow, asked);
  if (!page) return null;
  const { opening, person, state, title, path } = page;
  if (opening.kind === 'not_yet') return <NotYet {...opening} title={title} href={path} />;
  return (
    <OrderRecord
      person={person}
      opened={opening.opened}
      choices={{ invoices: await readLinkableInvoices(database(), state.customer.id) }}
      runCommand={runOrderCommand}
      runRevert={revertOnOrder}
    />
  );
}
