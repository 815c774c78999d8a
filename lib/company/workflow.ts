import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { CompanyCommand } from './commands';
import { type Company, evolve, noCompany, violations } from './company';
import { compensate, reapply, restsOn } from './compensate';
import { decide } from './decide';
import { companyKinds, describe } from './describe';
import { describeChanges } from './describe-changes';
import type { CompanyEvent } from './events';
import { type CompanySummary, summarize } from './summarize';

/** The company's settings: one record, which every decision about the others goes by. */
export const companyWorkflow: Workflow<
  Company,
  CompanyEvent,
  CompanyCommand,
  CompanySummary,
  DecisionSettings
> = {
  name: 'company',
  stateVersion: 1,
  initialState: noCompany,
  initialSettings,
  schemaVersions: {},
  kinds: companyKinds,
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
