import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Database } from '@/db/client';
import { importHistory } from '@/db/import/history-import';
import { placed, UnreadableFileError } from '@/db/import/unreadable-file';
import { megabytes, type Progress, type Step } from '../progress';

/**
 * Brings an export of ours in again, as the same history, and says what came of it.
 *
 * @returns a few lines for people
 */
export async function importExported(
  db: Database,
  file: string,
  { dryRun, progress }: { dryRun: boolean; progress: Progress },
): Promise<string> {
  const { size } = await stat(file);
  let step: Step | null = null;
  const open = async function* () {
    step?.end();
    step = progress.begin(step ? 'Writing' : 'Checking', size, megabytes);
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      yield chunk as Uint8Array;
      step.advance((chunk as Uint8Array).length);
    }
  };
  try {
    return sayResult(await importHistory({ db, open, dryRun }), dryRun);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    throw new Error(`${placed(file, error.place, error.reason)}\nNothing was imported.`);
  } finally {
    (step as Step | null)?.end();
  }
}

const count = (many: number, one: string) =>
  `${many.toLocaleString('en-US')} ${many === 1 ? one : `${one}s`}`;

function sayResult(
  { events, records, addedEvents, addedRecords, span, different }: Awaited<ReturnType<typeof importHistory>>,
  dryRun: boolean,
): string {
  const lines = [
    `An export of Retrace with ${count(events, 'event')} of ${count(records, 'record')}${span ? `, from ${span.from} to ${span.to}` : ''}. Every hash chain holds.`,
    addedEvents === 0
      ? 'All of it is here already.'
      : `${dryRun ? 'Would add' : 'Added'} ${count(addedEvents, 'event')}, ${count(addedRecords, 'new record')}.`,
  ];
  if (different.length === 0) return lines.join('\n');
  if (addedEvents === 0) lines.pop();
  lines.push(
    `${count(different.length, 'record')} with another history here ${different.length === 1 ? 'was' : 'were'} left alone:`,
    ...different
      .slice(0, 20)
      .map(({ workflow, streamId, version }) => `  ${workflow} ${streamId}, from event ${version} on`),
  );
  if (different.length > 20) lines.push(`  and ${different.length - 20} more`);
  return lines.join('\n');
}
