import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { RecordSummary } from '../record-summary';
import type { SubscriptionCommand } from './commands';
import { compensate, reapply, restate, restsOn } from './compensate';
import { decide } from './decide';
import { describe, describeChanges, subscriptionKinds } from './describe';
import type { SubscriptionEvent } from './events';
import { evolve, noSubscription, type Subscription, violations } from './subscription';
import { summarize } from './summarize';

/** Subscriptions: what a customer pays for again and again. */
export const subscriptionWorkflow: Workflow<
  Subscription,
  SubscriptionEvent,
  SubscriptionCommand,
  RecordSummary,
  DecisionSettings
> = {
  name: 'subscription',
  stateVersion: 1,
  initialState: noSubscription,
  initialSettings,
  schemaVersions: {},
  kinds: subscriptionKinds,
  evolve,
  decide,
  violations,
  compensate,
  reapply,
  restate,
  restsOn,
  describe,
  describeChanges,
  summarize,
};
