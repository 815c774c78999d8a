import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { RecordSummary } from '../record-summary';
import type { PersonCommand } from './commands';
import { compensate, reapply, restate, restsOn } from './compensate';
import { decide } from './decide';
import { describe, describeChanges, personKinds } from './describe';
import type { PersonEvent } from './events';
import { type AppPerson, evolve, nobody, violations } from './person';
import { summarize } from './summarize';

/** User permissions: who may sign in, and what they may do. */
export const personWorkflow: Workflow<
  AppPerson,
  PersonEvent,
  PersonCommand,
  RecordSummary,
  DecisionSettings
> = {
  name: 'person',
  stateVersion: 1,
  initialState: nobody,
  initialSettings,
  schemaVersions: {},
  kinds: personKinds,
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
