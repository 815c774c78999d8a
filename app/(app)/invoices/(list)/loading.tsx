import { ListSkeleton } from '@/components/record-list/list-skeleton';

/** The outline of the list while its rows are on their way. */
export default function InvoicesLoading() {
  return <ListSkeleton title="Invoices" controls={2} totals />;
}
