import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { containing } from '@/db/containing';
import { readStream } from '@/db/event-store';
import { readSettings } from '@/db/heads';
import { type RecordHead, readRecordHeads } from '@/db/record-heads';
import { invoices } from '@/db/schema/invoices';
import { records } from '@/db/schema/records';
import type { Reader } from '@/lib/event-sourcing/narrate';
import { RecordLog } from '@/lib/event-sourcing/record-log';
import { formatTime } from '@/lib/format-time';
import { inSearch } from '@/lib/record-summary';
import { workflowOf } from '@/lib/workflows';
import { UsageError } from './command-context';

export interface FoundRecord {
  id: string;
  log: RecordLog;
}

/** A record by its id, an invoice, a subscription or an order also by its number, a case by its name; with its whole history. */
export async function findRecord(db: Database, asked: string): Promise<FoundRecord> {
  const { streamId, workflow } = await findHead(db, asked);
  return { id: streamId, log: new RecordLog(workflowOf(workflow), await readStream(db.$client, streamId)) };
}

/** The id of such a record. */
export async function findRecordId(db: Database, asked: string): Promise<string> {
  return (await findHead(db, asked)).streamId;
}

async function findHead(db: Database, asked: string): Promise<RecordHead> {
  const id = z.uuid().safeParse(asked).success
    ? asked.toLowerCase()
    : ((await invoiceOf(db, asked)) ?? (await titledOf(db, asked)));
  const head = id && (await readRecordHeads(db, [id])).get(id);
  if (!head)
    throw new UsageError(
      `There is no record ${asked}. Give the number of an invoice, a subscription or an order, or the id of a record.`,
    );
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

/** A record in the shared read tables by what it is called there. The search finds it by an index, in lower case. */
async function titledOf(db: Database, title: string): Promise<string | undefined> {
  const found = await db
    .select({ id: records.streamId })
    .from(records)
    .where(and(sql`${records.search} LIKE ${containing(inSearch(title))}`, eq(records.title, title)))
    .limit(2);
  if (found.length > 1)
    throw new UsageError(
      `Several records are called ${title}. Give the id of the one you mean: its page has it in its address.`,
    );
  return found[0]?.id;
}

/** Tells moments in the company's time zone; `id` is whoever is told "you". */
export async function companyReader(db: Database, id = ''): Promise<Reader> {
  const { timeZone } = await readSettings(db.$client);
  return { id, formatInstant: (instant) => formatTime(instant, 'minute', { timeZone, hourCycle: 'h23' }) };
}
