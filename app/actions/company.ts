'use server';

import { revalidatePath } from 'next/cache';
import { giveCompanyCommand } from '@/db/company';
import type { ActionResult } from '@/lib/action-result';
import { askedCompanyCommand } from '@/lib/company/commands';
import { companyWorkflow } from '@/lib/company/workflow';
import { recordActions } from './record-actions';

const { run, revert } = recordActions({
  workflow: companyWorkflow,
  command: askedCompanyCommand,
  give: giveCompanyCommand,
});

/** Gives the company's settings a command, from a page that saw them at `seenVersion`. */
export async function runCompanyCommand(input: unknown): Promise<ActionResult> {
  return everywhere(await run(input));
}

/** Undoes or re-applies a change of the settings. */
export async function revertOnCompany(input: unknown): Promise<ActionResult> {
  return everywhere(await revert(input));
}

/** Every page goes by the settings, so every page is read again. */
function everywhere(result: ActionResult): ActionResult {
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}
