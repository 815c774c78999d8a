import { isolated } from '../event-sourcing/isolated';
import type { CommandRefusal, Reverter } from '../event-sourcing/workflow';
import type { Approval, InvoiceEvent } from './events';
import type { Invoice } from './invoice';

type Asked = Pick<Approval, 'requestedById' | 'requestedBy'>;

/** Why this person cannot approve or decline a request, or null if they can. */
export function refusalToDecide({ requestedById }: Asked, who: Reverter): CommandRefusal | null {
  if (!who.mayApprove) return notYours('Only a manager can decide on a request. Ask one of them.');
  if (requestedById !== who.id) return null;
  return notYours('You made this request yourself: it needs a second person. Ask another manager.');
}

/** Why this person cannot withdraw a request, or null if they can: whoever asked, and nobody else. */
export function refusalToWithdraw(
  { requestedById, requestedBy }: Asked,
  who: Reverter,
): CommandRefusal | null {
  if (requestedById === who.id) return null;
  return notYours(
    `${isolated(requestedBy)} made this request and alone can withdraw it. Decline it instead.`,
  );
}

/**
 * The same for what Undo and Redo bring into force. A request is in the hand of whoever made it, since a manager who
 * put back what somebody has withdrawn, and approved it, would be the only one who wants it. The decision is in the
 * hand of the others, taking it back as well as putting it back.
 */
export function refusalToRevert(
  event: InvoiceEvent,
  { approvals }: Invoice,
  who: Reverter,
): CommandRefusal | null {
  switch (event.type) {
    case 'approval_requested': {
      const { requestedById, requestedBy } = event.payload.approval;
      if (requestedById === who.id) return null;
      return notYours(`${isolated(requestedBy)} made this request and alone can put it back. Ask them.`);
    }
    case 'approval_withdrawn': {
      const approval = approvals[event.payload.approvalId];
      return approval ? refusalToWithdraw(approval, who) : null;
    }
    case 'approval_granted':
    case 'approval_declined':
    case 'approval_reopened': {
      const approval = approvals[event.payload.approvalId];
      return approval ? refusalToDecide(approval, who) : null;
    }
    default:
      return null;
  }
}

const notYours = (message: string): CommandRefusal => ({ code: 'not_yours', message });
