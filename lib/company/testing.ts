import { initialCompany } from '../company-settings';
import { RecordBuilder } from '../event-sourcing/record-builder';
import type { CompanyCommand } from './commands';
import { type Company, companyId } from './company';
import type { CompanyEvent } from './events';
import { companyWorkflow } from './workflow';

/** People that tests let act. */
export const people = {
  retrace: { id: 'system', kind: 'system', name: 'Retrace' },
  mia: { id: 'mia', kind: 'user', name: 'Mia Torres' },
  otto: { id: 'otto', kind: 'user', name: 'Otto Brandt' },
} as const;

/** The event every company begins with. */
export const setUp: CompanyEvent = {
  type: 'company_set_up',
  payload: { companyId, settings: initialCompany },
};

/** A company that the installation set up, as event 1. */
export function company(): RecordBuilder<Company, CompanyCommand> {
  const record = new RecordBuilder<Company, CompanyCommand>(companyWorkflow, companyId);
  record.command(people.retrace, { type: 'set_up_company', settings: initialCompany });
  return record;
}

/** A command for each event that a change of the settings can lead to. */
export const changes: readonly (readonly [CompanyEvent['type'], CompanyCommand])[] = [
  [
    'company_details_changed',
    { type: 'change_company_details', name: 'Southwind', address: 'Hafen 1', taxId: 'DE123456789' },
  ],
  ['time_zone_changed', { type: 'change_time_zone', timeZone: 'Asia/Tokyo' }],
  ['currency_changed', { type: 'change_money_rules', currency: 'USD' }],
  ['rounding_changed', { type: 'change_money_rules', rounding: 'half_up' }],
  ['approval_limit_changed', { type: 'change_money_rules', approvalAbove: 50_000 }],
  ['payment_reference_changed', { type: 'change_payment_reference', paymentReference: 'creditor_reference' }],
  [
    'number_series_changed',
    { type: 'change_number_series', series: 'credit_note', prefix: 'GS-', digits: 6 },
  ],
];
