import { sql } from 'drizzle-orm';
import type { CompanyCommand } from '@/lib/company/commands';
import { companyId } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';
import { type CompanySettings, initialCompany, type SeriesName } from '@/lib/company-settings';
import type { Database } from './client';
import { ensureRecord } from './ensure-record';
import { type CommandRequest, execute } from './execute';
import { refusal, type WriteResult } from './write';

interface SetUp {
  settings?: CompanySettings;
  /** When the company began, if not now; ISO 8601 in UTC with microseconds. */
  occurredAt?: string;
}

/** Writes down the company's first settings, unless there are some. */
export function ensureCompany(db: Database, { settings, occurredAt }: SetUp = {}): Promise<void> {
  const command: CompanyCommand = { type: 'set_up_company', settings: settings ?? initialCompany };
  return ensureRecord(db, { workflow: companyWorkflow, streamId: companyId, command, occurredAt });
}

/** Gives the company's settings a command. The first of an installation finds them written down. */
export async function giveCompanyCommand(
  db: Database,
  request: CommandRequest & { command: CompanyCommand },
): Promise<WriteResult> {
  await ensureCompany(db);
  const { command } = request;
  const taken = command.type === 'change_number_series' ? await numberComeToAgain(db, command) : undefined;
  if (!taken) return execute(db, request);
  const message = `${taken} was given to another document already, and these numbers would come to it again. Choose another prefix.`;
  return { ok: false, refusal: refusal('number_taken', message, { field: 'prefix' }) };
}

/**
 * A number of the other series, handed out under a prefix of then, that this series would come to under its new one.
 * The rules know only the prefixes of now. Should one be handed out in this very moment, the counter passes it over.
 */
async function numberComeToAgain(
  db: Database,
  { series, prefix }: { series: SeriesName; prefix?: string | undefined },
): Promise<string | undefined> {
  if (prefix === undefined) return undefined;
  const { rows } = await db.execute<{ number: string }>(sql`
    SELECT a.number
      FROM number_series s
      JOIN number_allocations a ON a.series <> s.name AND starts_with(a.number, ${prefix}::text)
     WHERE s.name = ${series}
       AND CASE WHEN substr(a.number, length(${prefix}::text) + 1) ~ '^[0-9]{1,15}$'
                THEN substr(a.number, length(${prefix}::text) + 1)::bigint >= s.next END
     ORDER BY length(a.number), a.number LIMIT 1`);
  return rows[0]?.number;
}
