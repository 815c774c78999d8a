import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { CustomerCommand } from './commands';
import { compensate, reapply, restsOn } from './compensate';
import { type Customer, evolve, noCustomer, violations } from './customer';
import { decide } from './decide';
import { customerKinds, describe } from './describe';
import { describeChanges } from './describe-changes';
import type { CustomerEvent } from './events';
import { type CustomerSummary, summarize } from './summarize';

/** Customers: whom invoices are written to. */
export const customerWorkflow: Workflow<
  Customer,
  CustomerEvent,
  CustomerCommand,
  CustomerSummary,
  DecisionSettings
> = {
  name: 'customer',
  stateVersion: 1,
  initialState: noCustomer,
  initialSettings,
  schemaVersions: {},
  kinds: customerKinds,
  evolve,
  decide,
  violations,
  compensate,
  reapply,
  restsOn,
  describe,
  describeChanges,
  summarize,
};
