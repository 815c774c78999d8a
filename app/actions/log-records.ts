'use server';

import type { ActionResult } from '@/lib/action-result';
import { recordCommand } from '@/lib/record/commands';
import { recordWorkflow } from '@/lib/record/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({ workflow: recordWorkflow, command: recordCommand });

/** Gives a record of an imported log a command, from a page that saw it at `seenVersion`. */
export async function runRecordCommand(input: unknown): Promise<ActionResult> {
  return run(input);
}

/** Undoes or re-applies on a record of an imported log. */
export async function revertOnRecord(input: unknown): Promise<ActionResult> {
  return revert(input);
}
