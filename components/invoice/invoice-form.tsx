'use client';

import { type ReactNode, useState } from 'react';
import type { Invoice } from '@/lib/invoice/invoice';
import type { InvoiceAction } from '@/lib/invoice/next-action';
import { useOpened } from '../history/opened-record';
import { newId } from '../new-id';
import { ApproveUndo } from './approve-undo';
import { ConfirmDialog } from './confirm-dialog';
import { type ConfirmType, confirmStep } from './confirm-steps';
import { CreditNoteDialog } from './credit-note-dialog';
import { CurrencyDialog } from './currency-dialog';
import { CustomerDialog } from './customer-dialog';
import { DetailsDialog } from './details-dialog';
import { DiscountDialog } from './discount-dialog';
import { DisputeDialog } from './dispute-dialog';
import { FailedPaymentDialog } from './failed-payment-dialog';
import { LineDialog } from './line-dialog';
import { NoteDialog } from './note-dialog';
import { OutcomeDialog } from './outcome-dialog';
import { PaymentDialog } from './payment-dialog';
import { PaymentMethodDialog } from './payment-method-dialog';
import { RefundDialog } from './refund-dialog';
import { SendDialog } from './send-dialog';
import type { InvoiceFormProps as CommandFormProps } from './use-command-form';

/** What has a form: all but what is done at once and taken back by Undo, and the copy. */
export type FormAction = Exclude<
  InvoiceAction,
  'remove_line' | 'withdraw_discount' | 'withdraw_note' | 'duplicate_as_draft'
>;

interface InvoiceFormProps {
  action: FormAction;
  /** The part of the invoice that it is about. */
  childId: string;
  onClose(): void;
}

/** The form of every command that has one. All load together, when somebody opens the first. */
export function InvoiceForm({ action, childId, onClose }: InvoiceFormProps) {
  const { state, first } = useOpened<Invoice>();
  const [id] = useState(newId);
  const formOn = (invoice: Invoice) => formOf(action, childId, id, { invoice, onClose });
  // A part that somebody took away meanwhile keeps its form: there it says what became of it.
  return formOn(state) ?? formOn(first);
}

function formOf(action: FormAction, childId: string, newId: string, form: CommandFormProps): ReactNode {
  const { invoice } = form;
  switch (action) {
    case 'add_line':
      return <LineDialog {...form} />;
    case 'change_line': {
      const line = invoice.lines[childId];
      return line ? <LineDialog {...form} line={line} /> : null;
    }
    case 'grant_discount':
      return <DiscountDialog {...form} />;
    case 'change_customer':
      return <CustomerDialog {...form} />;
    case 'change_currency':
      return <CurrencyDialog {...form} />;
    case 'change_details':
      return <DetailsDialog {...form} />;
    case 'send_invoice':
    case 'send_reminder':
      return <SendDialog {...form} type={action} />;
    case 'record_payment':
      return <PaymentDialog {...form} />;
    case 'record_payment_failure':
      return <FailedPaymentDialog {...form} />;
    case 'update_payment_method':
      return <PaymentMethodDialog {...form} />;
    case 'issue_refund':
      return <RefundDialog {...form} paymentId={childId} />;
    case 'issue_credit_note':
      return <CreditNoteDialog {...form} />;
    case 'open_dispute':
      return <DisputeDialog {...form} paymentId={childId} />;
    case 'settle_refund':
    case 'fail_refund': {
      const refund = invoice.refunds[childId];
      return refund ? <OutcomeDialog {...form} type={action} child={refund} /> : null;
    }
    case 'win_dispute':
    case 'lose_dispute': {
      const dispute = invoice.disputes[childId];
      return dispute ? <OutcomeDialog {...form} type={action} child={dispute} /> : null;
    }
    case 'add_note':
      return <NoteDialog {...form} />;
    case 'approve_request': {
      const approval = invoice.approvals[childId];
      return approval?.command.type === 'undo_change' ? (
        <ApproveUndo {...form} approval={approval} version={approval.command.version} />
      ) : (
        confirm(action, childId, newId, form)
      );
    }
    default:
      return confirm(action, childId, newId, form);
  }
}

function confirm(type: ConfirmType, childId: string, newId: string, form: CommandFormProps): ReactNode {
  const step = confirmStep(type, form.invoice, childId, newId);
  return step ? <ConfirmDialog {...form} step={step} /> : null;
}
