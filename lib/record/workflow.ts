import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { RecordSummary } from '../record-summary';
import type { RecordCommand } from './commands';
import { compensate, reapply, restate, restsOn } from './compensate';
import { decide } from './decide';
import { describe, describeChanges, recordKinds } from './describe';
import type { RecordEvent } from './events';
import { evolve, type LogRecord, noRecord } from './record';
import { summarize } from './summarize';

/** Records of imported logs: whatever a file tells of a case, merged field by field. */
export const recordWorkflow: Workflow<
  LogRecord,
  RecordEvent,
  RecordCommand,
  RecordSummary,
  DecisionSettings
> = {
  name: 'record',
  stateVersion: 2,
  initialState: noRecord,
  initialSettings,
  schemaVersions: {},
  kinds: recordKinds,
  evolve,
  decide,
  violations: () => [],
  compensate,
  reapply,
  restate,
  restsOn,
  describe,
  describeChanges,
  summarize,
};
