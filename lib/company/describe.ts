import type { PaymentReferenceScheme, SeriesName } from '../company-settings';
import { isolated } from '../event-sourcing/isolated';
import type { Description, EventKind, EventWithChanges } from '../event-sourcing/workflow';
import { formatMoney, type Rounding } from '../money';
import type { Company } from './company';
import type { CompanyEvent, CompanyEventType } from './events';

export const companyKinds: Record<CompanyEventType, EventKind> = {
  company_set_up: 'life',
  company_details_changed: 'edit',
  time_zone_changed: 'edit',
  currency_changed: 'edit',
  rounding_changed: 'edit',
  approval_limit_changed: 'edit',
  payment_reference_changed: 'edit',
  number_series_changed: 'edit',
};

export const roundingLabels: Record<Rounding, string> = {
  half_even: 'half to even',
  half_up: 'half up',
};

export const paymentReferenceLabels: Record<PaymentReferenceScheme, string> = {
  invoice_number: 'the invoice’s number',
  creditor_reference: 'a creditor reference (RF)',
};

export const seriesLabels: Record<SeriesName, string> = {
  invoice: 'invoice numbers',
  credit_note: 'credit note numbers',
};

type PayloadOf<T extends CompanyEventType> = Extract<CompanyEvent, { type: T }>['payload'];

const detailLabels = { name: 'name', address: 'address', taxId: 'tax id' } as const;

/** An event in words, its actor left out: "moved the company to the time zone Europe/Paris". */
export function describe(event: EventWithChanges<CompanyEvent>, before: Company): Description {
  switch (event.type) {
    case 'company_set_up':
      return say(`set up the company as ${isolated(event.payload.settings.name)}`, 'set-up');
    case 'company_details_changed': {
      const { name } = event.payload;
      const fields = (['name', 'address', 'taxId'] as const).filter((field) => field in event.payload);
      const what = inWords(fields.map((field) => detailLabels[field]));
      if (fields.length === 1 && name !== undefined)
        return say(`renamed the company to ${isolated(name)}`, 'name');
      return say(`changed the company’s ${what}`, what);
    }
    case 'time_zone_changed':
      return say(`changed the time zone to ${zoneName(event.payload.timeZone)}`, 'time zone');
    case 'currency_changed':
      return describeCurrency(event.payload);
    case 'rounding_changed':
      return say(`changed the rounding to ${roundingLabels[event.payload.rounding]}`, 'rounding');
    case 'approval_limit_changed': {
      const { approvalAbove } = event.payload;
      if (approvalAbove === null) return say('removed the limit for approval', 'limit for approval');
      const money = formatMoney(approvalAbove, before.currency);
      return say(
        `${before.approvalAbove === null ? 'set' : 'changed'} the limit for approval to ${money}`,
        'limit for approval',
      );
    }
    case 'payment_reference_changed': {
      const scheme = paymentReferenceLabels[event.payload.paymentReference];
      return say(`changed payment references to ${scheme}`, 'payment references');
    }
    case 'number_series_changed': {
      const { series, ...changed } = event.payload;
      const example = sampleNumber({ ...before.series[series], ...changed });
      return say(`changed the ${seriesLabels[series]} to ${example}`, seriesLabels[series]);
    }
  }
}

function describeCurrency({ currency, approvalAbove }: PayloadOf<'currency_changed'>): Description {
  const limit =
    approvalAbove === undefined
      ? ''
      : approvalAbove === null
        ? ', and removed the limit for approval'
        : ` and the limit for approval to ${formatMoney(approvalAbove, currency)}`;
  return say(`changed the company’s currency to ${currency}${limit}`, 'currency');
}

/** How a number of a series looks: "INV-0001". */
export function sampleNumber({ prefix, digits }: { prefix: string; digits: number }, n = 1): string {
  return prefix + String(n).padStart(digits, '0');
}

/** "America/New York": an IANA name as people read it. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

const say = (sentence: string, short: string): Description => ({ sentence, short, tone: 'neutral' });

/** "name", "name and address", "name, address and tax id". */
function inWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? 'details';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
