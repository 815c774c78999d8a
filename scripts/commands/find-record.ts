import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { readStream } from '@/db/event-store';
import { readSettings } from '@/db/heads';
import { type RecordHead, readRecordHeads } from '@/db/record-heads';
import { invoices } from '@/db/schema/invoices';
import type { Reader } from '@/lib/event-sourcing/narrate';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { formatTime } from '@/lib/format-time';
import { workflowOf } from '@/lib/workflows';
import { UsageError } from './command-context';

export interface FoundRecord {
  id: string;
  log: RecordLog;
}

/** A record by its id, an invoice also by its number; with its whole history. */
export async function findRecord(db: Database, asked: string): Promise<FoundRecord> {
  const { streamId, workflow } = await findHead(db, asked);
  return { id: streamId, log: new RecordLog(workflowOf(workflow), await readStream(db.$client, streamId)) };
}

/** The id of such a record. */
export async function findRecordId(db: Database, asked: string): Promise<string> {
  return (await findHead(db, asked)).streamId;
}

async function findHead(db: Database, asked: string): Promise<RecordHead> {
  const id = z.uuid().safeParse(asked).success ? asked.toLowerCase() : await invoiceOf(db, asked);
  const head = id && (await readRecordHeads(db, [id])).get(id);
  if (!head)
    throw new UsageError(`There is no record ${asked}. Give an invoice’s number, or the id of a record.`);
  return head;
}

/** As the index on numbers has them: by length first. */
async function invoiceOf(db: Database, number: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: invoices.streamId })
    .from(invoices)
    .where(and(sql`length(${invoices.number}) = length(${number})`, eq(invoices.number, number)))
    .limit(1);
  return found?.id;
}

/** Tells moments in the company's time zone; `id` is whoever is told "you". */
export async function companyReader(db: Database, id = ''): Promise<Reader> {
  const { timeZone } = await readSettings(db.$client);
  return { id, formatInstant: (instant) => formatTime(instant, 'minute', { timeZone, hourCycle: 'h23' }) };
}
