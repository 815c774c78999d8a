'use server';

import type { ActionResult } from '@/lib/action-result';
import { customerCommand } from '@/lib/customer/commands';
import { customerWorkflow } from '@/lib/customer/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({ workflow: customerWorkflow, command: customerCommand });

/** Gives a customer a command, from a page that saw them at `seenVersion`. */
export async function runCustomerCommand(input: unknown): Promise<ActionResult> {
  return run(input);
}

/** Undoes or re-applies on a customer. */
export async function revertOnCustomer(input: unknown): Promise<ActionResult> {
  return revert(input);
}
