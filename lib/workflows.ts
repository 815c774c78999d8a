import { booksPayloads } from './books/events';
import { booksWorkflow } from './books/workflow';
import { companyPayloads } from './company/events';
import { companyWorkflow } from './company/workflow';
import { customerPayloads } from './customer/events';
import { customerWorkflow } from './customer/workflow';
import type { PayloadDefinition } from './event-sourcing/upcast';
import type { AnyWorkflow } from './event-sourcing/workflow';
import { invoicePayloads } from './invoice/events';
import { invoiceWorkflow } from './invoice/workflow';
import { orderPayloads } from './order/events';
import { orderWorkflow } from './order/workflow';
import { personPayloads } from './person/events';
import { personWorkflow } from './person/workflow';
import { recordPayloads } from './record/events';
import { recordWorkflow } from './record/workflow';
import { subscriptionPayloads } from './subscription/events';
import { subscriptionWorkflow } from './subscription/workflow';

/** Every kind of record there is, by the name its events carry. A new workflow is one more line here. */
export const workflows: Readonly<Record<string, AnyWorkflow>> = {
  [invoiceWorkflow.name]: invoiceWorkflow,
  [customerWorkflow.name]: customerWorkflow,
  [subscriptionWorkflow.name]: subscriptionWorkflow,
  [orderWorkflow.name]: orderWorkflow,
  [companyWorkflow.name]: companyWorkflow,
  [booksWorkflow.name]: booksWorkflow,
  [personWorkflow.name]: personWorkflow,
  [recordWorkflow.name]: recordWorkflow,
};

/** What the events of each of them may say, for whoever reads and writes the log; and one more line here. */
export const payloads: Readonly<Record<string, Readonly<Record<string, PayloadDefinition>>>> = {
  [invoiceWorkflow.name]: invoicePayloads,
  [customerWorkflow.name]: customerPayloads,
  [subscriptionWorkflow.name]: subscriptionPayloads,
  [orderWorkflow.name]: orderPayloads,
  [companyWorkflow.name]: companyPayloads,
  [booksWorkflow.name]: booksPayloads,
  [personWorkflow.name]: personPayloads,
  [recordWorkflow.name]: recordPayloads,
};

/** The workflow of an event. Throws where the log holds one this release does not know. */
export function workflowOf(name: string): AnyWorkflow {
  const workflow = Object.hasOwn(workflows, name) ? workflows[name] : undefined;
  if (!workflow) throw new Error(`There is no workflow "${name}". Update Retrace to read this record.`);
  return workflow;
}

/** What an event of this type may say. Throws where the log holds one this release does not know. */
export function payloadOf(workflow: string, type: string): PayloadDefinition {
  const definitions = payloads[workflowOf(workflow).name] ?? {};
  const definition = Object.hasOwn(definitions, type) ? definitions[type] : undefined;
  if (!definition) {
    throw new Error(
      `"${type}" is no event of the workflow "${workflow}". Update Retrace to read this record.`,
    );
  }
  return definition;
}
