'use server';

import { giveLinked } from '@/db/linked-records';
import type { ActionResult } from '@/lib/action-result';
import { orderCommand } from '@/lib/order/commands';
import { orderWorkflow } from '@/lib/order/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({
  workflow: orderWorkflow,
  command: orderCommand,
  give: giveLinked,
});

/** Gives an order a command, from a page that saw it at `seenVersion`. */
export async function runOrderCommand(input: unknown): Promise<ActionResult> {
  return run(input);
}

/** Undoes or re-applies on an order. */
export async function revertOnOrder(input: unknown): Promise<ActionResult> {
  return revert(input);
}
