import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/event-sourcing/event';
import type { RevertRequest, Rights } from '@/lib/event-sourcing/plan';
import type { InvoiceCommand } from '@/lib/invoice/commands';
import { creation, people } from '@/lib/invoice/testing';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import type { Database } from '../client';
import { execute } from '../execute';
import { revert } from '../revert';
import type { WriteResult } from '../write';

interface Overrides {
  actor?: Actor;
  operationId?: string;
  /** The version the author saw; by default nothing newer can be in the way. */
  since?: number;
  reason?: string;
  rights?: Partial<Rights>;
  /** Of the plan that was looked at. */
  planHash?: string;
  /** Where a value that is put back came from. */
  originVersion?: number;
}

const newest = 2_000_000_000;

/** Gives one command through the real write path. */
export function command(
  db: Database,
  streamId: string,
  given: InvoiceCommand,
  overrides: Overrides = {},
): Promise<WriteResult> {
  const actor = overrides.actor ?? people.ana;
  return execute(db, {
    workflow: invoiceWorkflow,
    streamId,
    operationId: overrides.operationId ?? randomUUID(),
    actor,
    reason: overrides.reason ?? null,
    metadata: { channel: 'api' },
    since: overrides.since ?? newest,
    command: given,
    originVersion: overrides.originVersion ?? null,
    reader: { id: actor.id, formatInstant: (instant) => instant },
  });
}

/** Undoes or re-applies through the real write path, with a manager's rights unless told. */
export function undo(
  db: Database,
  streamId: string,
  asked: RevertRequest,
  overrides: Overrides = {},
): Promise<WriteResult> {
  const actor = overrides.actor ?? people.ana;
  return revert(db, {
    workflow: invoiceWorkflow,
    streamId,
    operationId: overrides.operationId ?? randomUUID(),
    actor,
    reason: overrides.reason ?? 'because',
    metadata: { channel: 'api' },
    revert: asked,
    planHash: overrides.planHash ?? null,
    rights: { actorId: actor.id, mayWrite: true, mayChangeOthersWork: true, ...overrides.rights },
    reader: { id: actor.id, formatInstant: (instant) => instant },
  });
}

/** A new draft of so many lines, created by Ana; its id. */
export async function createDraft(db: Database, { lines = 2 } = {}): Promise<string> {
  const streamId = randomUUID();
  expectOk(await command(db, streamId, creation(lines, streamId)));
  return streamId;
}

/** The result of a write that must have gone through. */
export function expectOk(result: WriteResult): Extract<WriteResult, { ok: true }> {
  if (!result.ok) throw new Error(`Refused (${result.refusal.code}): ${result.refusal.message}`);
  return result;
}
