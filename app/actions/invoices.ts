'use server';

import { database } from '@/db/client';
import { execute } from '@/db/execute';
import { revert } from '@/db/revert';
import type { ActionResult } from '@/lib/action-result';
import { invoiceCommand } from '@/lib/invoice/commands';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { commandInput, revertInput } from './input';
import { asWriter, readerOf, rightsOf } from './writer';

/** Gives an invoice a command, from a page that saw it at `seenVersion`. */
export async function runInvoiceCommand(input: unknown): Promise<ActionResult> {
  return asWriter(commandInput(invoiceCommand), input, async (person, request) =>
    execute(database(), {
      workflow: invoiceWorkflow,
      streamId: request.streamId,
      operationId: request.operationId,
      actor: { id: person.id, kind: 'user', name: person.name },
      reason: request.reason,
      metadata: { channel: 'form' },
      since: request.seenVersion,
      command: request.command,
      reader: await readerOf(person),
    }),
  );
}

/** Undoes or re-applies on an invoice: what the Undo and Redo buttons and an event's menu ask for. */
export async function revertOnInvoice(input: unknown): Promise<ActionResult> {
  return asWriter(revertInput, input, async (person, request) =>
    revert(database(), {
      workflow: invoiceWorkflow,
      streamId: request.streamId,
      operationId: request.operationId,
      actor: { id: person.id, kind: 'user', name: person.name },
      reason: request.reason,
      metadata: { channel: 'page' },
      revert: request.revert,
      rights: rightsOf(person),
      reader: await readerOf(person),
    }),
  );
}
