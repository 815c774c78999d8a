import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { RecordSummary } from '../record-summary';
import type { OrderCommand } from './commands';
import { compensate, delicate, reapply, restsOn } from './compensate';
import { decide } from './decide';
import { describe, describeChanges, orderKinds } from './describe';
import type { OrderEvent } from './events';
import { evolve, noOrder, type Order, violations } from './order';
import { summarize } from './summarize';

/** Orders: what a customer wants to have, and how far it got. */
export const orderWorkflow: Workflow<Order, OrderEvent, OrderCommand, RecordSummary, DecisionSettings> = {
  name: 'order',
  stateVersion: 1,
  initialState: noOrder,
  initialSettings,
  schemaVersions: {},
  kinds: orderKinds,
  delicate,
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
