import { type CompanySettings, initialCompany } from '../company-settings';
import type { Workflow } from '../event-sourcing/workflow';
import type { InvoiceCommand } from './commands';
import { compensate, reapply, restsOn } from './compensate';
import { decide } from './decide';
import { describe, invoiceKinds } from './describe';
import { describeChanges } from './describe-changes';
import { type InvoiceEvent, invoicePayloads } from './events';
import { evolve, type Invoice, noInvoice, violations } from './invoice';
import { type InvoiceSummary, summarize } from './summarize';

/** Invoices: the first workflow, bound together. */
export const invoiceWorkflow: Workflow<
  Invoice,
  InvoiceEvent,
  InvoiceCommand,
  InvoiceSummary,
  CompanySettings
> = {
  name: 'invoice',
  stateVersion: 1,
  initialState: noInvoice,
  initialSettings: initialCompany,
  payloads: invoicePayloads,
  kinds: invoiceKinds,
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
