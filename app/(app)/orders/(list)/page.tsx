import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { RecordListPage } from '@/app/record-list-page';
import { orderList } from '@/components/order/order-list';

export const metadata: Metadata = { title: orderList.title };

/** Every order. */
export default function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <RecordListPage kind={orderList} searchParams={searchParams} />;
}
