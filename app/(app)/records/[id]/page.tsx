import { revertOnRecord, runRecordCommand } from '@/app/actions/log-records';
import { openPage, type RecordPageParams, recordMetadata } from '@/app/record-pages';
import { NotYet } from '@/components/history/not-yet';
import { LogRecordPage } from '@/components/log-record/log-record';
import type { LogRecord } from '@/lib/record/record';
import { recordWorkflow } from '@/lib/record/workflow';

export const generateMetadata = ({ params }: RecordPageParams) => recordMetadata(recordWorkflow, params);

/** One record of an imported log at any moment of its record. */
export default async function RecordOfLogPage(asked: RecordPageParams) {
  const page = await openPage<LogRecord>(recordWorkflow, asked);
  if (!page) return null;
  const { opening, person, state, title, path } = page;
  if (opening.kind === 'not_yet') return <NotYet {...opening} title={title} href={path} />;
  return (
    <LogRecordPage
      person={person}
      opened={opening.opened}
      timeZone={state.timeZone ?? null}
      runCommand={runRecordCommand}
      runRevert={revertOnRecord}
    />
  );
}
