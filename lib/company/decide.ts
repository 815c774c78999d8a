import type { DecisionSettings } from '../decision-settings';
import { changedFields } from '../event-sourcing/changed-fields';
import type { CommandRefusal, Decision, DecisionContext } from '../event-sourcing/workflow';
import { otherCurrency } from '../other-currency';
import type { CompanyCommand } from './commands';
import { type Company, canCollide, companyId, sameNumbers } from './company';
import type { CompanyEvent } from './events';

type Of<T extends CompanyCommand['type']> = Extract<CompanyCommand, { type: T }>;

/** What a command leads to. A command that would change nothing leads to no event. */
export function decide(
  command: CompanyCommand,
  company: Company,
  _context: DecisionContext<DecisionSettings>,
): Decision<CompanyEvent> {
  if (command.type === 'set_up_company') {
    if (company.id) return refused({ code: 'exists_already', message: 'The company is set up already.' });
    return events({ type: 'company_set_up', payload: { companyId, settings: command.settings } });
  }
  if (!company.id) {
    return refused({
      code: 'not_found',
      message: 'The company is not set up yet. Reload the page, then change it.',
    });
  }
  switch (command.type) {
    case 'change_company_details': {
      const { type: _, ...asked } = command;
      const payload = changedFields(company, asked);
      return payload ? events({ type: 'company_details_changed', payload }) : events();
    }
    case 'change_time_zone': {
      const { timeZone } = command;
      return timeZone === company.timeZone
        ? events()
        : events({ type: 'time_zone_changed', payload: { timeZone } });
    }
    case 'change_money_rules':
      return changeMoneyRules(command, company);
    case 'change_payment_reference': {
      const { paymentReference } = command;
      return paymentReference === company.paymentReference
        ? events()
        : events({ type: 'payment_reference_changed', payload: { paymentReference } });
    }
    case 'change_number_series': {
      const { type: _, series, ...asked } = command;
      const changed = changedFields(company.series[series], asked);
      if (!changed) return events();
      const { prefix } = changed;
      const other = company.series[series === 'invoice' ? 'credit_note' : 'invoice'];
      if (prefix !== undefined && canCollide(prefix, other.prefix))
        return refused({ code: 'same_prefix', message: sameNumbers, field: 'prefix' });
      return events({ type: 'number_series_changed', payload: { series, ...changed } });
    }
  }
}

const events = (...list: CompanyEvent[]): Decision<CompanyEvent> => ({ kind: 'events', events: list });
const refused = (refusal: CommandRefusal): Decision<CompanyEvent> => ({ kind: 'refused', refusal });

/** The limit is meant in the currency, so a new currency asks for the limit again. */
function changeMoneyRules(
  { currency, rounding, approvalAbove, amountsIn }: Of<'change_money_rules'>,
  company: Company,
): Decision<CompanyEvent> {
  if (typeof approvalAbove === 'number') {
    const refusal = otherCurrency(
      amountsIn,
      currency ?? company.currency,
      'The company’s limit is',
      'approvalAbove',
    );
    if (refusal) return refused(refusal);
  }
  const moves = currency !== undefined && currency !== company.currency;
  if (moves && company.approvalAbove !== null && approvalAbove === undefined) {
    return refused({
      code: 'limit_in_old_currency',
      message: `The limit for approval is meant in ${company.currency}. Write it in ${currency} too.`,
      field: 'approvalAbove',
    });
  }
  const list: CompanyEvent[] = [];
  const limit = approvalAbove === undefined ? null : changedFields(company, { approvalAbove });
  if (moves) list.push({ type: 'currency_changed', payload: { currency, ...limit } });
  if (rounding !== undefined && rounding !== company.rounding)
    list.push({ type: 'rounding_changed', payload: { rounding } });
  if (!moves && limit)
    list.push({ type: 'approval_limit_changed', payload: limit as { approvalAbove: number | null } });
  return events(...list);
}
