import { RecordSkeleton } from '@/components/history/record-skeleton';

/** The outline of the page while the record is on its way. */
export default function Loading() {
  return <RecordSkeleton />;
}
