'use server';

import { giveCompanyCommand } from '@/db/company';
import type { ActionResult } from '@/lib/action-result';
import { askedCompanyCommand } from '@/lib/company/commands';
import { companyWorkflow } from '@/lib/company/workflow';
import { everywhere } from './everywhere';
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
