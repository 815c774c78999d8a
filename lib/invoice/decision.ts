import type { CompanySettings } from '../company-settings';
import type { CommandRefusal, Decision, DecisionContext } from '../event-sourcing/workflow';
import type { InvoiceEvent } from './events';

/** What the rules of an invoice answer with, and the refusals that several of them share. */

export type Context = DecisionContext<CompanySettings>;
export type InvoiceDecision = Decision<InvoiceEvent>;

/** The events that a command leads to. */
export const events = (...list: InvoiceEvent[]): InvoiceDecision => ({ kind: 'events', events: list });

export const refused = (refusal: CommandRefusal): InvoiceDecision => ({ kind: 'refused', refusal });

/** A child's id that stands for something else already. */
export function alreadyThere(what: string, field: string): InvoiceDecision {
  return refused({
    code: 'exists_already',
    message: `This ${what} is on the invoice already. To add another, give it an id of its own.`,
    field,
  });
}

/** A child that somebody took away, or that never was. */
export function notThere(what: string, field: string): InvoiceDecision {
  return refused({
    code: `no_such_${what.replaceAll(' ', '_')}`,
    message: `This ${what} is not on the invoice any more. Look at the history to see what became of it.`,
    field,
  });
}

/** A day that is yet to come, on the company's calendar. */
export function inTheFuture(field: string): InvoiceDecision {
  return refused({
    code: 'in_the_future',
    message: 'This can’t have happened on a day that is yet to come.',
    field,
  });
}
