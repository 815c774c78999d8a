import { formatDay } from '../calendar';
import { changedFields } from '../event-sourcing/changed-fields';
import type { CommandOf } from './commands';
import {
  alreadyThere,
  type Context,
  events,
  type InvoiceDecision,
  inTheFuture,
  notThere,
  refused,
  tooMuch,
} from './decision';
import type { Invoice } from './invoice';
import { refusalToDispute } from './payment-links';
import { refundable } from './totals';

type MoneyCommand = CommandOf<
  | 'record_payment'
  | 'record_payment_failure'
  | 'retry_payment'
  | 'update_payment_method'
  | 'settle_refund'
  | 'fail_refund'
  | 'cancel_refund'
  | 'void_credit_note'
  | 'open_dispute'
  | 'win_dispute'
  | 'lose_dispute'
  | 'withdraw_dispute'
>;

/** What becomes of the customer's money: payments and their failures, the outcome of refunds, disputes. */
export function decideMoney(command: MoneyCommand, invoice: Invoice, context: Context): InvoiceDecision {
  switch (command.type) {
    case 'record_payment': {
      const { type: _, amountsIn: _in, paymentId: id, ...payment } = command;
      if (invoice.payments[id]) return alreadyThere('payment', 'paymentId');
      if (payment.receivedOn > context.today) return inTheFuture('receivedOn');
      return events({ type: 'payment_received', payload: { payment: { id, ...payment } } });
    }
    case 'record_payment_failure': {
      const { type: _, amountsIn: _in, attemptId: id, ...attempt } = command;
      if (invoice.attempts[id]) return alreadyThere('failed payment', 'attemptId');
      if (attempt.failedOn > context.today) return inTheFuture('failedOn');
      return events({ type: 'payment_failed', payload: { attempt: { id, ...attempt } } });
    }
    case 'retry_payment':
      return retry(command, invoice, context);
    case 'update_payment_method': {
      const { type: _, ...method } = command;
      const changed = changedFields(invoice.paymentMethod, method);
      return changed ? events({ type: 'payment_method_updated', payload: changed }) : events();
    }
    case 'settle_refund':
    case 'fail_refund':
    case 'cancel_refund':
      return closeRefund(command, invoice, context);
    case 'void_credit_note':
      if (!invoice.credits[command.creditId]) return notThere('credit note', 'creditId');
      return events({ type: 'credit_note_voided', payload: { creditId: command.creditId } });
    case 'open_dispute':
      return openDispute(command, invoice, context);
    case 'win_dispute':
    case 'lose_dispute':
    case 'withdraw_dispute':
      return closeDispute(command, invoice, context);
  }
}

function retry(
  { attemptId }: CommandOf<'retry_payment'>,
  invoice: Invoice,
  { now }: Context,
): InvoiceDecision {
  const attempt = invoice.attempts[attemptId];
  if (!attempt) return notThere('failed payment', 'attemptId');
  if (attempt.retriedAt) {
    return refused({
      code: 'retried_already',
      message:
        'This payment was tried again already. If that failed too, record the failure and retry that one.',
      field: 'attemptId',
    });
  }
  return events({ type: 'payment_retried', payload: { attemptId, retriedAt: now } });
}

function closeRefund(
  command: CommandOf<'settle_refund' | 'fail_refund' | 'cancel_refund'>,
  invoice: Invoice,
  { today }: Context,
): InvoiceDecision {
  const { refundId } = command;
  const refund = invoice.refunds[refundId];
  if (!refund) return notThere('refund', 'refundId');
  if (refund.status !== 'pending') {
    const became = refund.status === 'settled' ? 'has reached the customer' : 'has failed';
    return refused({
      code: 'refund_closed',
      message: `This refund ${became} already. Issue another refund, or record a new payment, if that is what you want.`,
      field: 'refundId',
    });
  }
  if (command.type === 'cancel_refund') return events({ type: 'refund_cancelled', payload: { refundId } });
  const [day, field] =
    command.type === 'settle_refund'
      ? ([command.settledOn, 'settledOn'] as const)
      : ([command.failedOn, 'failedOn'] as const);
  if (day > today) return inTheFuture(field);
  if (day < refund.issuedOn) return beforeItBegan(field);
  return command.type === 'settle_refund'
    ? events({ type: 'refund_settled', payload: { refundId, settledOn: day } })
    : events({ type: 'refund_failed', payload: { refundId, failedOn: day } });
}

function openDispute(
  { type: _, amountsIn: _in, disputeId: id, ...dispute }: CommandOf<'open_dispute'>,
  invoice: Invoice,
  { today }: Context,
): InvoiceDecision {
  if (invoice.disputes[id]) return alreadyThere('dispute', 'disputeId');
  const payment = invoice.payments[dispute.paymentId];
  if (!payment) return notThere('payment', 'paymentId');
  const refusal = refusalToDispute(invoice, dispute.paymentId);
  if (refusal) return refused(refusal);
  if (dispute.openedOn > today) return inTheFuture('openedOn');
  if (dispute.openedOn < payment.receivedOn) {
    const message = `This payment came in on ${formatDay(payment.receivedOn)}, so it can’t have been disputed before that day.`;
    return refused({ code: 'before_the_payment', message, field: 'openedOn' });
  }
  const most = refundable(invoice, dispute.paymentId);
  if (dispute.amount > most) return refused(tooMuch('disputed', most, invoice));
  return events({ type: 'dispute_opened', payload: { dispute: { id, ...dispute } } });
}

function closeDispute(
  command: CommandOf<'win_dispute' | 'lose_dispute' | 'withdraw_dispute'>,
  invoice: Invoice,
  { today }: Context,
): InvoiceDecision {
  const { disputeId } = command;
  const dispute = invoice.disputes[disputeId];
  if (!dispute) return notThere('dispute', 'disputeId');
  if (dispute.outcome) {
    return refused({
      code: 'dispute_closed',
      message: `This dispute was ${dispute.outcome} already, and that can’t be changed here.`,
      field: 'disputeId',
    });
  }
  if (command.type === 'withdraw_dispute')
    return events({ type: 'dispute_withdrawn', payload: { disputeId } });
  const { closedOn } = command;
  if (closedOn > today) return inTheFuture('closedOn');
  if (closedOn < dispute.openedOn) return beforeItBegan('closedOn');
  return command.type === 'win_dispute'
    ? events({ type: 'dispute_won', payload: { disputeId, closedOn } })
    : events({ type: 'dispute_lost', payload: { disputeId, closedOn } });
}

function beforeItBegan(field: string): InvoiceDecision {
  return refused({
    code: 'before_it_began',
    message: 'This can’t have ended before the day on which it began.',
    field,
  });
}
