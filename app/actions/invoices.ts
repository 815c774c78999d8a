'use server';

import { giveInvoiceCommand } from '@/db/invoice-commands';
import type { ActionResult } from '@/lib/action-result';
import { askedInvoiceCommand } from '@/lib/invoice/commands';
import { invoiceWorkflow } from '@/lib/invoice/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({
  workflow: invoiceWorkflow,
  command: askedInvoiceCommand,
  give: giveInvoiceCommand,
});

/** Gives an invoice a command, from a page that saw it at `seenVersion`. */
export async function runInvoiceCommand(input: unknown): Promise<ActionResult> {
  return run(input);
}

/** Undoes or re-applies on an invoice: what the Undo and Redo buttons and an event's menu ask for. */
export async function revertOnInvoice(input: unknown): Promise<ActionResult> {
  return revert(input);
}
