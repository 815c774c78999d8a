import type { CompanySettings } from '../company-settings';
import type { CommandRefusal } from '../event-sourcing/workflow';
import { type Currency, exponentOf } from '../money';
import type { Approval } from './events';

/**
 * Is this more than what one person may give back or give up? The limit is a figure in the company's currency; in any
 * other the same figure counts, as there are no rates here.
 */
export function isAboveLimit(
  amount: number,
  currency: Currency,
  settings: Pick<CompanySettings, 'approvalAbove' | 'currency'>,
): boolean {
  const { approvalAbove: limit } = settings;
  if (limit === null) return false;
  return amount / 10 ** exponentOf(currency) > limit / 10 ** exponentOf(settings.currency);
}

/** Why this person cannot approve or decline a request, or null if they can. */
export function refusalToDecide(
  { requestedById }: Pick<Approval, 'requestedById'>,
  who: { id: string; mayApprove: boolean },
): CommandRefusal | null {
  if (!who.mayApprove)
    return { code: 'not_yours', message: 'Only a manager can decide on a request. Ask one of them.' };
  if (requestedById !== who.id) return null;
  const message = 'You made this request yourself: it needs a second person. Ask another manager.';
  return { code: 'not_yours', message };
}
