import type { Metadata } from 'next';
import type { SearchParams } from 'nuqs/server';
import { RecordListPage } from '@/app/record-list-page';
import { logRecordList } from '@/components/log-record/log-record-list';

export const metadata: Metadata = { title: logRecordList.title };

/** Every record. */
export default function RecordsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <RecordListPage kind={logRecordList} searchParams={searchParams} />;
}
