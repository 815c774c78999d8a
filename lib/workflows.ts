import { booksWorkflow } from './books/workflow';
import { companyWorkflow } from './company/workflow';
import { customerWorkflow } from './customer/workflow';
import type { AnyWorkflow } from './event-sourcing/workflow';
import { invoiceWorkflow } from './invoice/workflow';

/** Every kind of record there is, by the name its events carry. A new workflow is one more line here. */
export const workflows: Readonly<Record<string, AnyWorkflow>> = {
  [invoiceWorkflow.name]: invoiceWorkflow,
  [customerWorkflow.name]: customerWorkflow,
  [companyWorkflow.name]: companyWorkflow,
  [booksWorkflow.name]: booksWorkflow,
};

/** The workflow of an event. Throws where the log holds one this release does not know. */
export function workflowOf(name: string): AnyWorkflow {
  const workflow = Object.hasOwn(workflows, name) ? workflows[name] : undefined;
  if (!workflow) throw new Error(`There is no workflow "${name}". Update Retrace to read this record.`);
  return workflow;
}
