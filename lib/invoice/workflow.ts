import { type DecisionSettings, initialSettings } from '../decision-settings';
import type { Workflow } from '../event-sourcing/workflow';
import { limitViolations } from './approval-limit';
import type { InvoiceCommand } from './commands';
import { compensate, reapply } from './compensate';
import { decide } from './decide';
import { describe, invoiceKinds } from './describe';
import { describeChanges } from './describe-changes';
import type { InvoiceEvent } from './events';
import { figures } from './figures';
import { refusalToRevert } from './four-eyes';
import { evolve, type Invoice, noInvoice } from './invoice';
import { notRecalled } from './not-recalled';
import { closedPeriodRefusal } from './periods';
import { restate } from './restate';
import { restsOn } from './rests-on';
import { invoiceSchemaVersions } from './schema-versions';
import { type InvoiceSummary, summarize } from './summarize';
import { violations } from './violations';

/** Invoices: the first workflow, bound together. */
export const invoiceWorkflow: Workflow<
  Invoice,
  InvoiceEvent,
  InvoiceCommand,
  InvoiceSummary,
  DecisionSettings
> = {
  name: 'invoice',
  stateVersion: 2,
  initialState: noInvoice,
  initialSettings,
  schemaVersions: invoiceSchemaVersions,
  kinds: invoiceKinds,
  evolve,
  decide,
  violations: (invoice, settings) => [...violations(invoice), ...limitViolations(invoice, settings)],
  compensate,
  reapply,
  notRecalled,
  refusalToRevert: (event, before, who, settings) =>
    refusalToRevert(event, before, who) ?? closedPeriodRefusal(event, before, settings),
  restate,
  askToRevert: (version, requestId) => ({ type: 'request_undo', requestId, version, what: '' }),
  restsOn,
  figures,
  describe,
  describeChanges,
  summarize,
};
