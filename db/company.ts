import type { CompanyCommand } from '@/lib/company/commands';
import { companyId } from '@/lib/company/company';
import { companyWorkflow } from '@/lib/company/workflow';
import { type CompanySettings, initialCompany } from '@/lib/company-settings';
import type { Actor } from '@/lib/event-sourcing/event';
import type { Database } from './client';
import { derivedId } from './derived-id';
import { recordExists } from './event-store';
import { type CommandRequest, execute } from './execute';
import type { WriteResult } from './write';

/** In whose name an installation does what nobody asked for. */
export const systemActor: Actor = { id: 'system', kind: 'system', name: 'Retrace' };

interface SetUp {
  settings?: CompanySettings;
  /** When the company began, if not now; ISO 8601 in UTC with microseconds. */
  occurredAt?: string;
}

/**
 * Writes down the company's first settings, unless there are some. Nobody has to do it: every installation does at its
 * start, so that the settings have a beginning in their history; the second time nothing happens.
 */
export async function ensureCompany(db: Database, { settings, occurredAt }: SetUp = {}): Promise<void> {
  if (await recordExists(db.$client, companyId, companyWorkflow.name)) return;
  const command: CompanyCommand = { type: 'set_up_company', settings: settings ?? initialCompany };
  const result = await execute(db, {
    workflow: companyWorkflow,
    streamId: companyId,
    // Of two processes that start at once one writes, and the other finds what it wrote.
    operationId: derivedId(companyId, 'set up'),
    actor: systemActor,
    reason: null,
    metadata: { process: 'installation' },
    since: 0,
    command,
    reader: { id: systemActor.id, formatInstant: (instant) => instant },
    ...(occurredAt ? { occurredAt } : {}),
  });
  if (!result.ok && result.refusal.code !== 'exists_already' && result.refusal.code !== 'operation_id_used')
    throw new Error(`The company could not be set up: ${result.refusal.message}`);
}

/** Gives the company's settings a command. The first of an installation finds them written down. */
export async function giveCompanyCommand(
  db: Database,
  request: CommandRequest & { command: CompanyCommand },
): Promise<WriteResult> {
  await ensureCompany(db);
  return execute(db, request);
}
