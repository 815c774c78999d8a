import type { Leaf } from '../event-sourcing/event';
import type { DescribedChange, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney, type Rounding } from '../money';
import type { Company } from './company';
import { paymentReferenceLabels, roundingLabels, zoneName } from './describe';
import type { CompanyEvent } from './events';

/** What each setting is called, by its leaf. */
export const settingLabels: Record<string, string> = {
  name: 'Name',
  address: 'Address',
  taxId: 'Tax id',
  timeZone: 'Time zone',
  currency: 'Currency',
  rounding: 'Rounding',
  approvalAbove: 'Approval above',
  paymentReference: 'Payment reference',
  'series.invoice.prefix': 'Invoice prefix',
  'series.invoice.digits': 'Invoice digits',
  'series.credit_note.prefix': 'Credit note prefix',
  'series.credit_note.digits': 'Credit note digits',
};

/** The difference an event made, as people read it. */
export function describeChanges(
  event: EventWithChanges<CompanyEvent>,
  before: Company,
  after: Company,
): readonly DescribedChange[] {
  return Object.entries(event.changes).flatMap(([path, change]) => {
    const label = settingLabels[path];
    const from = formatLeaf(path, change.from, before);
    const to = formatLeaf(path, change.to, after);
    if (!label || (from === undefined && to === undefined)) return [];
    return [{ path, label, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

/** One setting in words; undefined where there is none. */
function formatLeaf(path: string, value: Leaf | undefined, company: Company): string | undefined {
  if (value === undefined || value === null) return undefined;
  switch (path) {
    case 'rounding':
      return roundingLabels[value as Rounding];
    case 'paymentReference':
      return paymentReferenceLabels[value as Company['paymentReference']];
    case 'approvalAbove':
      return formatMoney(value as number, company.currency);
    case 'timeZone':
      return zoneName(value as string);
    default:
      return value === '' ? 'none' : String(value);
  }
}
