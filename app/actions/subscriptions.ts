'use server';

import { giveLinked } from '@/db/linked-records';
import type { ActionResult } from '@/lib/action-result';
import { subscriptionCommand } from '@/lib/subscription/commands';
import { subscriptionWorkflow } from '@/lib/subscription/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({
  workflow: subscriptionWorkflow,
  command: subscriptionCommand,
  give: giveLinked,
});

/** Gives a subscription a command, from a page that saw it at `seenVersion`. */
export async function runSubscriptionCommand(input: unknown): Promise<ActionResult> {
  return run(input);
}

/** Undoes or re-applies on a subscription. */
export async function revertOnSubscription(input: unknown): Promise<ActionResult> {
  return revert(input);
}
