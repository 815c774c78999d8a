import type { Metadata } from 'next';
import { runOrderCommand } from '@/app/actions/orders';
import { NewRecordPage } from '@/app/new-record-page';
import { NewOrder } from '@/components/order/new-order';
import { orderList } from '@/components/order/order-list';

export const metadata: Metadata = { title: orderList.create.label };

/** Places an order. */
export default function NewOrderPage() {
  return (
    <NewRecordPage
      kind={orderList}
      form={(currencies) => <NewOrder currencies={currencies} runCommand={runOrderCommand} />}
    />
  );
}
