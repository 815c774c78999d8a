import { logRecordList } from '@/components/log-record/log-record-list';
import { ListSkeleton } from '@/components/record-list/list-skeleton';

/** The outline of the list while its rows are on their way. */
export default function RecordsLoading() {
  return <ListSkeleton title={logRecordList.title} controls={3} totals />;
}
