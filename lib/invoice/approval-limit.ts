import type { CompanySettings } from '../company-settings';
import type { Violation } from '../event-sourcing/workflow';
import { type Currency, exponentOf } from '../money';
import type { GatedCommand } from './gated-commands';
import type { Invoice } from './invoice';
import { totalsOf } from './totals';

type Limit = Pick<CompanySettings, 'approvalAbove' | 'currency'>;

/**
 * Is this more than what one person may give back or give up? The limit is a figure in the company's currency; in any
 * other the same figure counts, as there are no rates here.
 */
export function isAboveLimit(amount: number, currency: Currency, settings: Limit): boolean {
  const { approvalAbove: limit } = settings;
  if (limit === null) return false;
  return amount / 10 ** exponentOf(currency) > limit / 10 ** exponentOf(settings.currency);
}

/**
 * What the limit counts together: money that is given *back* (refunds), and money that is given *up* (credit notes, and
 * what is written off of the rest). Not both: a refund may give back what a credit note gave up.
 */
export type Giving = 'back' | 'up';

/** Does giving this amount too need a second person, with what was given without one? The forms ask it as well. */
export function needsApproval(giving: Giving, amount: number, invoice: Invoice, settings: Limit): boolean {
  return isAboveLimit(givenAlone(giving, invoice) + amount, invoice.currency, settings);
}

/** In which of the two ways a command gives. */
export const givingOf = ({ type }: GatedCommand): Giving => (type === 'issue_refund' ? 'back' : 'up');

/** How much a command gives, as the invoice stands. */
export function amountOf(command: GatedCommand, invoice: Invoice): number {
  return command.type === 'write_off_invoice' ? totalsOf(invoice).balance : command.amount;
}

/** What stands of refunds or credit notes that nobody else approved, whoever issued them. */
function givenAlone(giving: Giving, { refunds, credits, approvals }: Invoice): number {
  const given =
    giving === 'back'
      ? Object.values(refunds).filter(({ status }) => status !== 'failed')
      : Object.values(credits);
  // What was asked for has the id of its request.
  const alone = given.filter(({ id }) => approvals[id]?.outcome !== 'granted');
  return alone.reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * That nobody gives more than the limit alone must hold after Undo and Redo too, which run no rules: a cancelled refund
 * may come back beside the one that took its place. Not of write-offs: what is written off grows by itself, as when the
 * bank takes a payment back.
 */
export function limitViolations(invoice: Invoice, settings: Limit): readonly Violation[] {
  if (!invoice.id) return [];
  const found: Violation[] = [];
  if (isAboveLimit(givenAlone('back', invoice), invoice.currency, settings))
    found.push(beyondLimit('Refunds', 'refunds'));
  if (isAboveLimit(givenAlone('up', invoice), invoice.currency, settings))
    found.push(beyondLimit('Credit notes', 'credits'));
  return found;
}

const beyondLimit = (what: string, path: string): Violation => ({
  code: `${path}_need_approval`,
  message: `${what} that nobody else approved would be more than one person may give. Ask for approval of a new one.`,
  paths: [path, 'approvals'],
});
