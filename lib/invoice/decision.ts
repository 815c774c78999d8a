import type { DecisionSettings } from '../decision-settings';
import type { CommandRefusal, Decision, DecisionContext } from '../event-sourcing/workflow';
import { formatMoney } from '../money';
import type { InvoiceEvent } from './events';
import type { Invoice } from './invoice';

/** What the rules of an invoice answer with, and the refusals that several of them share. */

export type Context = DecisionContext<DecisionSettings>;
export type InvoiceDecision = Decision<InvoiceEvent>;

/** The events that a command leads to. */
export const events = (...list: InvoiceEvent[]): InvoiceDecision => ({ kind: 'events', events: list });

export const refused = (refusal: CommandRefusal): InvoiceDecision => ({ kind: 'refused', refusal });

/** A child's id that stands for something else already. */
export const isThere = (what: string, field: string): CommandRefusal => ({
  code: 'exists_already',
  message: `This ${what} is on the invoice already. To add another, give it an id of its own.`,
  field,
});

/** A child that somebody took away, or that never was. */
export const isGone = (what: string, field: string): CommandRefusal => ({
  code: `no_such_${what.replaceAll(' ', '_')}`,
  message: `This ${what} is not on the invoice any more. Look at the history to see what became of it.`,
  field,
});

export const alreadyThere = (what: string, field: string): InvoiceDecision => refused(isThere(what, field));
export const notThere = (what: string, field: string): InvoiceDecision => refused(isGone(what, field));

/** More of a payment than is left of it. */
export function tooMuch(what: 'refunded' | 'disputed', most: number, { currency }: Invoice): CommandRefusal {
  const message =
    most > 0
      ? `At most ${formatMoney(most, currency)} of this payment can be ${what}.`
      : `Nothing of this payment is left that could be ${what}: it was refunded, is disputed or was charged back.`;
  return { code: 'more_than_paid', message, field: 'amount' };
}

/** A day that is yet to come, on the company's calendar. */
export function inTheFuture(field: string): InvoiceDecision {
  return refused({
    code: 'in_the_future',
    message: 'This can’t have happened on a day that is yet to come.',
    field,
  });
}
