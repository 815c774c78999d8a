import { type CompanySettings, initialCompany, seriesNames } from '../company-settings';
import type { Violation } from '../event-sourcing/workflow';
import type { CompanyEvent } from './events';

/** The company's settings as a record: the settings, and the id that says they were written down. */
export interface Company extends CompanySettings {
  id: string;
}

/** There is one company, so its record has one id, the same in every installation. */
export const companyId = 'c0000000-0000-4000-8000-000000000001';

/** Before anybody set it up the company has no leaf at all. */
export const noCompany = { series: {} } as unknown as Company;

/** What holds in a state of the record: the first settings until it was set up. */
export function settingsOf(state: Company | null): CompanySettings {
  return state?.id ? state : initialCompany;
}

export function evolve(state: Company, event: CompanyEvent): Company {
  switch (event.type) {
    case 'company_set_up':
      return { id: event.payload.companyId, ...event.payload.settings };
    case 'company_details_changed':
    case 'time_zone_changed':
    case 'currency_changed':
    case 'rounding_changed':
    case 'approval_limit_changed':
    case 'payment_reference_changed':
      return { ...state, ...event.payload };
    case 'number_series_changed': {
      const { series, ...changed } = event.payload;
      return { ...state, series: { ...state.series, [series]: { ...state.series[series], ...changed } } };
    }
    default:
      return unknownEvent(event);
  }
}

/** A type that `evolve` forgot does not compile; one from a newer release must not pass in silence. */
function unknownEvent(event: never): never {
  throw new Error(
    `"${(event as { type: string }).type}" is no event of the company. Update Retrace to read this record.`,
  );
}

/** Two series whose numbers can be the same would hand out one number twice. */
export function violations({ id, series }: Company): readonly Violation[] {
  if (!id || !canCollide(series.invoice.prefix, series.credit_note.prefix)) return [];
  return [
    {
      code: 'same_prefix',
      message: sameNumbers,
      paths: seriesNames.map((name) => `series.${name}.prefix`),
    },
  ];
}

export const sameNumbers =
  'Invoices and credit notes could come to the same number. Let the two prefixes differ in more than digits at their ' +
  'end, as INV- and CN- do.';

/**
 * Can numbers that begin with these prefixes ever be the same? They can where one prefix is the other one and digits:
 * INV-0 and 001 are INV- and 0001. How many digits a series fills up to is not asked, since that can be changed.
 */
export function canCollide(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long.startsWith(short) && /^\d*$/.test(long.slice(short.length));
}
