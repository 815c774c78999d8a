import { orderList } from '@/components/order/order-list';
import { ListSkeleton } from '@/components/record-list/list-skeleton';

/** The outline of the list while its rows are on their way. */
export default function OrdersLoading() {
  return <ListSkeleton title={orderList.title} controls={3} totals />;
}
